package io.portico.sandbox.apigateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * Which stretch of a list is wanted.
 *
 * @param offset how many come before it
 * @param size how many it holds at most
 */
record Page(int offset, int size) {
  private static final int DEFAULT_SIZE = 25;
  private static final int MAX_SIZE = 500;

  /**
   * Reads {@code limit} and {@code position}.
   *
   * @throws GatewayException when the limit is not AWS's, or the position none of ours
   */
  static Page of(GatewayRequest request) {
    int size = request.parameter("limit").map(Page::number).orElse(DEFAULT_SIZE);
    if (size < 1 || size > MAX_SIZE) {
      throw GatewayException.badRequest("Limit must be between 1 and " + MAX_SIZE + ".");
    }
    return new Page(request.parameter("position").map(Page::decoded).orElse(0), size);
  }

  /** That stretch, and the position of the next one when there is a next one. */
  <T> ObjectNode cut(List<T> whole, Function<T, JsonNode> shown) {
    int from = Math.min(offset, whole.size());
    int to = Math.min(from + size, whole.size());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (to < whole.size()) {
      json.put("position", encoded(to));
    }
    ArrayNode items = json.putArray("item");
    whole.subList(from, to).forEach(item -> items.add(shown.apply(item)));
    return json;
  }

  private static int number(String digits) {
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
  }

  private static int decoded(String position) {
    try {
      int offset = number(new String(Base64.getUrlDecoder().decode(position), US_ASCII));
      if (offset >= 0) {
        return offset;
      }
    } catch (IllegalArgumentException notOurs) {
      // Told below, as any other position that was never handed out.
    }
    throw GatewayException.badRequest("Invalid position parameter specified.");
  }

  private static String encoded(int offset) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Integer.toString(offset).getBytes(US_ASCII));
  }
}
