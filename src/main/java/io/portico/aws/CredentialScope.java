package io.portico.aws;

/**
 * What a signature is good for, besides its day: one region and one service.
 *
 * @param signingName the service's name in signatures, which need not be its host's
 */
public record CredentialScope(String region, String signingName) {
  String onDay(String day) {
    return day + "/" + region + "/" + signingName + "/aws4_request";
  }
}
