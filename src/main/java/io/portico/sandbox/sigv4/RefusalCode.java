package io.portico.sandbox.sigv4;

/**
 * Why a signature is refused, in the words of AWS's JSON protocols and of its query protocol.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html">CommonErrors</a>
 */
public enum RefusalCode {
  MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationTokenException", "MissingAuthenticationToken"),
  INCOMPLETE_SIGNATURE("IncompleteSignatureException", "IncompleteSignature"),
  INVALID_SIGNATURE("InvalidSignatureException", "SignatureDoesNotMatch"),
  UNRECOGNIZED_CLIENT("UnrecognizedClientException", "InvalidClientTokenId"),
  EXPIRED_TOKEN("ExpiredTokenException", "ExpiredToken"),
  ACCESS_DENIED("AccessDeniedException", "AccessDenied");

  private final String json;
  private final String query;

  RefusalCode(String json, String query) {
    this.json = json;
    this.query = query;
  }

  /** The code in the JSON protocols. */
  public String json() {
    return json;
  }

  /** The code in the query protocol, which STS speaks. */
  public String query() {
    return query;
  }
}
