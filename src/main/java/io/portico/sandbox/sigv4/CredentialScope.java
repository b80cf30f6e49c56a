package io.portico.sandbox.sigv4;

/**
 * Where and when a signature is good for.
 *
 * @param date the UTC day, {@code yyyyMMdd}
 * @param region for example {@code eu-west-1}
 * @param service the signing name, which need not be the service's name
 * @param terminator always {@value #TERMINATOR}
 */
record CredentialScope(String date, String region, String service, String terminator) {

  static final String TERMINATOR = "aws4_request";

  @Override
  public String toString() {
    return String.join("/", date, region, service, terminator);
  }
}
