package io.portico.apidocs.importing;

/** What a running import is doing, in its order. */
public enum ImportStep {
  WAITING("Waiting for its turn"),
  CHECKING("Reading the draft, and keeping a copy of it"),
  SENDING("Sending the parts to API Gateway"),
  COMPARING("Reading the draft again, and comparing it with the plan");

  private final String label;

  ImportStep(String label) {
    this.label = label;
  }

  /** For people. */
  public String label() {
    return label;
  }

  /** From 1. */
  public int number() {
    return ordinal() + 1;
  }

  public static int count() {
    return values().length;
  }
}
