package io.portico.identity;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a signed JWT says, whoever signed it.
 *
 * @param header of the signature (RFC 7515, 4)
 * @param claims to be believed only once the signature is verified
 */
record JwtContent(JsonObject header, JsonObject claims) {
  /** Of characters; as much as a request's headers may have. */
  private static final int MAX_TOKEN = 16 * 1024;

  /** As OpenID Connect Core 1.0, 2 bounds {@code sub}. */
  private static final int MAX_TEXT = 255;

  private static final int MAX_VALUES = 1_000;

  /** RFC 9068, 2.1, and what providers wrote before it. */
  private static final Set<String> HEADER_TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

  /** ID tokens have them (OpenID Connect Core 1.0, 2), and ours always a nonce. */
  private static final Set<String> OF_ID_TOKENS = Set.of("nonce", "at_hash", "c_hash");

  /**
   * Reads an access token.
   *
   * @throws InvalidToken if it cannot be read, or says of itself that it is something else
   */
  static JwtContent parse(String jwt) {
    JwtContent content = read(jwt);
    if (!content.isAccessToken()) {
      throw new InvalidToken("The token is no access token.");
    }
    if (content.claims.containsKey("cnf")) {
      throw new InvalidToken("The token is bound to a key (RFC 7800), and a bearer shows none.");
    }
    return content;
  }

  /**
   * Reads a token of whatever kind.
   *
   * @throws InvalidToken if it is no signed JWT
   */
  static JwtContent read(String jwt) {
    if (jwt.length() > MAX_TOKEN) {
      throw new InvalidToken("The token is longer than 16 KiB.");
    }
    String[] parts = jwt.split("\\.", -1);
    if (parts.length != 3) {
      throw new InvalidToken("The token is neither one of this portal's nor a signed JWT.");
    }
    return new JwtContent(json(parts[0]), json(parts[1]));
  }

  /** All that a token says which is verified already, an ID token for one. */
  static JsonObject claimsOf(String verified) {
    return json(verified.split("\\.", -1)[1]);
  }

  private static JsonObject json(String part) {
    try {
      return new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(part)));
    } catch (IllegalArgumentException | DecodeException | ClassCastException notJson) {
      throw new InvalidToken("The token is neither one of this portal's nor a signed JWT.");
    }
  }

  private boolean isAccessToken() {
    return HEADER_TYPES.contains(saying(header, "typ", "jwt"))
        // Keycloak says ID, Refresh or Offline, Cognito id.
        && saying(claims, "typ", "bearer").equals("bearer")
        && saying(claims, "token_use", "access").equals("access")
        && OF_ID_TOKENS.stream().noneMatch(claims::containsKey);
  }

  static String saying(JsonObject json, String name, String otherwise) {
    return Objects.toString(json.getValue(name), otherwise).toLowerCase(Locale.ROOT);
  }

  /**
   * The caller of a verified token.
   *
   * @throws InvalidToken if a claim is not fit for use
   */
  Caller caller(Set<String> groups) {
    Optional<String> client = text("azp").or(() -> text("client_id"));
    String subject =
        text("sub")
            .or(() -> client.map(id -> "client:" + id))
            .orElseThrow(() -> new InvalidToken("The token does not say whose it is."));
    String name =
        text("name").or(() -> text("preferred_username")).or(() -> client).orElse(subject);
    return new Caller(
        subject,
        name,
        checked("groups", groups.stream()),
        checked("scope", Stream.of("scope", "scp").flatMap(this::words)),
        Optional.empty());
  }

  /**
   * A claim that is a text, if it is there and not blank.
   *
   * @throws InvalidToken if it is something else, or too long
   */
  Optional<String> text(String claim) {
    return Optional.ofNullable(claims.getValue(claim))
        .map(value -> check(claim, value))
        .filter(value -> !value.isBlank());
  }

  /** Separated by spaces (RFC 8693, 4.2), or in an array as Okta writes it. */
  private Stream<String> words(String claim) {
    return claims.getValue(claim) instanceof JsonArray array
        ? array.stream().map(Objects::toString)
        : Stream.of(Objects.toString(claims.getValue(claim), "").split(" "));
  }

  private static Set<String> checked(String claim, Stream<String> values) {
    Set<String> set =
        values
            .filter(value -> !value.isBlank())
            .map(value -> check(claim, value))
            .limit(MAX_VALUES + 1L)
            .collect(Collectors.toUnmodifiableSet());
    if (set.size() > MAX_VALUES) {
      throw new InvalidToken("The token's " + claim + " has more than 1000 values.");
    }
    return set;
  }

  private static String check(String claim, Object value) {
    if (value instanceof String text
        && text.length() <= MAX_TEXT
        && text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    throw new InvalidToken("The token's " + claim + " is no text of 255 characters or less.");
  }
}
