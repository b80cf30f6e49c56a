package io.portico.sandbox.sigv4;

/**
 * What the signing key signs.
 *
 * @param text algorithm, time, credential scope and the canonical request's hash, one a line
 */
record StringToSign(String text) {

  static StringToSign of(String amzDate, CredentialScope scope, CanonicalRequest request) {
    return new StringToSign(
        String.join(
            "\n",
            AuthorizationHeader.ALGORITHM,
            amzDate,
            scope.toString(),
            Sha256.hex(request.text())));
  }
}
