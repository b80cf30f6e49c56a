package io.portico.agents.tools;

import io.portico.agents.Refused;
import io.portico.portal.Problem;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By which a program says that it sends the same again: the header {@code Idempotency-Key}, a
 * string of RFC 9651 (3.3.3); many programs leave the quotation marks out.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The
 *     Idempotency-Key HTTP Header Field</a>
 */
record IdempotencyKey(String text) {
  private static final String HEADER = "Idempotency-Key";
  private static final Pattern FORM =
      Pattern.compile("\"([ !#-\\[\\]-~]{1,255})\"|([!#-+\\--:<-\\[\\]-~]{1,255})");

  /**
   * The key of a request; empty if it has none.
   *
   * @throws Refused if it has several, or one that cannot be kept
   */
  static Optional<IdempotencyKey> of(MultiMap headers) {
    List<String> values = headers.getAll(HEADER);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    Matcher key = FORM.matcher(values.get(0).trim());
    if (values.size() > 1 || !key.matches()) {
      throw new Refused(Problem.INVALID_IDEMPOTENCY_KEY);
    }
    return Optional.of(new IdempotencyKey(key.group(1) == null ? key.group(2) : key.group(1)));
  }
}
