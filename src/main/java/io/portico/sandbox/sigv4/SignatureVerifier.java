package io.portico.sandbox.sigv4;

import static io.portico.sandbox.sigv4.RefusalCode.INCOMPLETE_SIGNATURE;
import static io.portico.sandbox.sigv4.RefusalCode.MISSING_AUTHENTICATION_TOKEN;
import static io.portico.sandbox.sigv4.RefusalCode.UNRECOGNIZED_CLIENT;

import io.portico.sandbox.sigv4.Verification.Accepted;
import io.portico.sandbox.sigv4.Verification.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Verifies SigV4 signatures that come in headers, for one region. */
public final class SignatureVerifier {

  private static final String FORM =
      "Authorization must be sent once, in the form: AWS4-HMAC-SHA256"
          + " Credential=KEY/DATE/REGION/SERVICE/aws4_request, SignedHeaders=NAME;..., Signature=HEX";

  private final Function<String, Optional<AccessKey>> accessKeys;
  private final Clock clock;
  private final List<Check> checks;

  /**
   * @param region the region that signatures must be scoped to
   * @param accessKeys finds a key by its id
   * @param clock tells the time of receipt
   */
  public SignatureVerifier(
      String region, Function<String, Optional<AccessKey>> accessKeys, Clock clock) {
    this.accessKeys = accessKeys;
    this.clock = clock;
    this.checks =
        List.of(
            new TargetCheck(),
            new SignedHeadersCheck(),
            new FreshnessCheck(),
            new ScopeCheck(region),
            new SessionTokenCheck(),
            new PayloadCheck(),
            new SignatureCheck(),
            new ResourceCheck());
  }

  /**
   * Judges a request that has arrived whole.
   *
   * @param head the request as received
   * @param bodyHash the lower-case hex SHA-256 of the body as received
   * @param rule what the API addressed demands
   */
  public Verification verify(RequestHead head, String bodyHash, SigningRule rule) {
    List<String> values = head.headers().values("authorization");
    if (values.isEmpty()) {
      return new Refused(MISSING_AUTHENTICATION_TOKEN, "Missing Authentication Token");
    }
    if (values.size() > 1) {
      return new Refused(INCOMPLETE_SIGNATURE, FORM);
    }
    return AuthorizationHeader.parse(values.get(0))
        .map(authorization -> verify(head, bodyHash, rule, authorization))
        .orElseGet(() -> new Refused(INCOMPLETE_SIGNATURE, FORM));
  }

  private Verification verify(
      RequestHead head, String bodyHash, SigningRule rule, AuthorizationHeader authorization) {
    return accessKeys
        .apply(authorization.accessKeyId())
        .map(key -> new SignedRequest(head, bodyHash, authorization, key, rule, clock.instant()))
        .map(this::verify)
        .orElseGet(
            () ->
                new Refused(UNRECOGNIZED_CLIENT, "The access key id in the request is not known."));
  }

  private Verification verify(SignedRequest request) {
    return checks.stream()
        .map(check -> check.refusal(request))
        .flatMap(Optional::stream)
        .<Verification>map(refused -> refused)
        .findFirst()
        .orElseGet(() -> new Accepted(request.accessKey().identity()));
  }
}
