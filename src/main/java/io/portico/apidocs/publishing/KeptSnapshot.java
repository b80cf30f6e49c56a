package io.portico.apidocs.publishing;

/**
 * What the portal knows a version to say.
 *
 * @param source where it knows it from
 */
public record KeptSnapshot(Source source, Snapshot snapshot) {
  /** Where it comes from. */
  public enum Source {
    /** The draft from which the portal made the version. */
    DRAFT("kept when it was made"),
    /** The export of a stage that showed it. */
    EXPORT("read from a stage");

    private final String label;

    Source(String label) {
      this.label = label;
    }

    /** For people. */
    public String label() {
      return label;
    }
  }
}
