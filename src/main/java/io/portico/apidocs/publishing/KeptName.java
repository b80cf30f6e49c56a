package io.portico.apidocs.publishing;

/** What somebody outside calls a version, as PostgreSQL keeps it: it has no NUL in a text. */
final class KeptName {
  private KeptName() {}

  static String of(String name) {
    return name.replace('\0', '\ufffd');
  }
}
