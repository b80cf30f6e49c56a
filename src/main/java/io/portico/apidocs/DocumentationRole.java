package io.portico.apidocs;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What one may do with an API's documentation; each role holds the ones before it. */
public enum DocumentationRole {
  /** Reads the draft. */
  VIEWER,
  /** Changes the draft. */
  EDITOR,
  /** Makes versions and shows them on stages. */
  PUBLISHER;

  public boolean includes(DocumentationRole needed) {
    return compareTo(needed) >= 0;
  }

  /** By its label. */
  public static Optional<DocumentationRole> of(String label) {
    return Stream.of(values()).filter(role -> role.label().equals(label)).findFirst();
  }

  /** As configuration and pages spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
