package io.portico.apidocs.publishing;

/** What a running publication is doing. */
public enum PublicationStep {
  CHECKING("Checking the draft"),
  WAITING("Waiting for its turn"),
  CREATING("Making the version"),
  SHOWING("Showing it on the stages"),
  KEEPING("Keeping what it says");

  private final String label;

  PublicationStep(String label) {
    this.label = label;
  }

  /** For people. */
  public String label() {
    return label;
  }

  /** From 1. */
  public int position() {
    return ordinal() + 1;
  }
}
