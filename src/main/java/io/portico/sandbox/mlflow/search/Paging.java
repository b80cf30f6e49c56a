package io.portico.sandbox.mlflow.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Which stretch of a result is wanted.
 *
 * @param offset how many come before it
 * @param size how many it holds at most
 */
public record Paging(int offset, int size) {

  /**
   * The page that a token of an earlier {@link Page} leads to; an empty token is the first page.
   *
   * @throws InvalidSearchException if the token was never handed out
   */
  public static Paging of(String token, int size) {
    return new Paging(token.isEmpty() ? 0 : offset(token), size);
  }

  /** Cuts that page out of the whole result. */
  public <T> Page<T> cut(List<T> whole) {
    int from = Math.min(offset, whole.size());
    int to = Math.min(from + size, whole.size());
    return new Page<>(whole.subList(from, to), to < whole.size() ? token(to) : "");
  }

  private static int offset(String token) {
    try {
      byte[] digits = Base64.getUrlDecoder().decode(token);
      int offset = Integer.parseInt(new String(digits, StandardCharsets.US_ASCII));
      return Math.max(offset, 0);
    } catch (IllegalArgumentException notOurs) {
      throw new InvalidSearchException("'" + token + "' is not a page token");
    }
  }

  private static String token(int offset) {
    byte[] digits = Integer.toString(offset).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digits);
  }
}
