package io.portico.sandbox.apigateway;

/** Names for things of the seeds that need one, the same at every start. */
final class Identifier {

  private Identifier() {}

  /** Six letters and digits, as API Gateway gives its resources. */
  static String of(String meaning) {
    String digits = Long.toString(0x80000000L + meaning.hashCode(), 36);
    return "000000".substring(Math.min(6, digits.length())) + digits;
  }
}
