package io.portico.portal;

/** Where programs come in. */
final class ProgramPaths {
  private ProgramPaths() {}

  /** Where a token is shown with each request, and no cookie counts. */
  static boolean include(String path) {
    return path.equals("/mcp")
        || path.equals("/mcp/")
        || path.startsWith("/api/")
        || path.equals("/sign-out/back-channel")
        || path.startsWith("/.well-known/oauth-protected-resource");
  }

  /** What programs and people read, and nobody writes. */
  static boolean areRead(String path) {
    return path.startsWith("/docs/")
        || path.startsWith("/.well-known/")
        || path.equals("/llms.txt");
  }
}
