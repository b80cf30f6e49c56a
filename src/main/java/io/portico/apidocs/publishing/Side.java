package io.portico.apidocs.publishing;

/** Interim. */
public record Side(Kind kind, String name) {
  public enum Kind {
    DRAFT,
    STAGE,
    VERSION
  }

  static Side draft() {
    return new Side(Kind.DRAFT, "");
  }

  static Side stage(String name) {
    return new Side(Kind.STAGE, name);
  }

  static Side version(String name) {
    return new Side(Kind.VERSION, name);
  }

  static Side parse(String text) {
    if (text.equals("draft")) {
      return draft();
    }
    if (text.startsWith("stage:")) {
      return stage(text.substring(6));
    }
    if (text.startsWith("version:")) {
      return version(text.substring(8));
    }
    throw new IllegalArgumentException("Choose");
  }

  @Override
  public String toString() {
    return kind == Kind.DRAFT
        ? "draft"
        : kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + name;
  }
}
