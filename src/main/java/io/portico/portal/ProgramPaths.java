package io.portico.portal;

/** Where programs come in: opened by a bearer token, and by no cookie. */
final class ProgramPaths {
  private ProgramPaths() {}

  static boolean include(String path) {
    return path.equals("/mcp")
        || path.startsWith("/api/")
        || path.startsWith("/.well-known/oauth-protected-resource");
  }
}
