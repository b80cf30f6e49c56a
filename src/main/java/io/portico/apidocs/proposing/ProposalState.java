package io.portico.apidocs.proposing;

import java.util.Locale;

/** How far a proposal has come. */
public enum ProposalState {
  /** It waits for somebody to decide. */
  OPEN,
  /** The draft says it, or said it then. */
  ACCEPTED,
  /** Nothing was changed. */
  DECLINED;

  /** For people and programs. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
