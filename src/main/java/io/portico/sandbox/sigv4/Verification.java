package io.portico.sandbox.sigv4;

/** The verdict on one request. */
public sealed interface Verification {

  /** The signature holds. */
  record Accepted(Identity identity) implements Verification {}

  /**
   * The signature does not hold.
   *
   * @param code AWS's error code
   * @param reason what is wrong, in a sentence
   * @param detail what AWS adds to a mismatch: the canonical request and the string to sign, the
   *     session token blanked; else empty
   */
  record Refused(RefusalCode code, String reason, String detail) implements Verification {

    Refused(RefusalCode code, String reason) {
      this(code, reason, "");
    }
  }
}
