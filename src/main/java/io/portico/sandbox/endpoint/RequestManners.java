package io.portico.sandbox.endpoint;

import io.portico.sandbox.sigv4.RequestHead;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a portal must never send to AWS. AWS itself would ignore most of it; here it is an error, so
 * that a leak does not pass unseen.
 */
final class RequestManners {

  /** Visible ASCII but the number sign, which starts a fragment (RFC 9112, 3.2.1). */
  private static final Pattern ORIGIN_FORM = Pattern.compile("/[!-~&&[^#]]*");

  private static final Pattern PRESIGNED =
      Pattern.compile("(?:^|&)x-amz-", Pattern.CASE_INSENSITIVE);
  private static final Set<String> OF_THE_BROWSER =
      Set.of("cookie", "origin", "referer", "forwarded");

  private RequestManners() {}

  /**
   * Why the request should not have been sent; empty when it may.
   *
   * @param port the port it came in by
   */
  static Optional<AwsError> refusal(RequestHead head, int port) {
    return target(head).or(() -> host(head, port)).or(() -> leak(head)).map(AwsError::badRequest);
  }

  private static Optional<String> target(RequestHead head) {
    if (!ORIGIN_FORM.matcher(head.target()).matches()) {
      return Optional.of("The request target must be in origin form, in visible ASCII.");
    }
    return PRESIGNED.matcher(head.query()).find()
        ? Optional.of("Signatures are taken from headers only, not from the query.")
        : Optional.empty();
  }

  private static Optional<String> host(RequestHead head, int port) {
    Set<String> authorities = Set.of("127.0.0.1:" + port, "localhost:" + port);
    List<String> hosts = head.headers().values("host");
    boolean own = hosts.size() == 1 && authorities.contains(hosts.get(0).toLowerCase(Locale.ROOT));
    return own
        ? Optional.empty()
        : Optional.of("Host must be this endpoint's own, not " + hosts + ".");
  }

  private static Optional<String> leak(RequestHead head) {
    return head.headers().names().stream()
        .filter(name -> OF_THE_BROWSER.contains(name) || name.startsWith("x-forwarded-"))
        .findFirst()
        .map(name -> "The header '" + name + "' must not be sent to AWS.");
  }
}
