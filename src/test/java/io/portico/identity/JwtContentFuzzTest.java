package io.portico.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Pieces;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a token says of itself, it is read as an access token or refused in words. */
class JwtContentFuzzTest {
  private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"at+jwt\"}";

  @Property
  @Holds(Promise.FOREIGN_JWTS_ARE_REFUSED)
  void itIsReadOrRefused(@ForAll("jsons") String header, @ForAll("jsons") String claims) {
    assertReadOrRefused(jwt(header, claims));
    assertReadOrRefused(jwt(HEADER, claims));
  }

  @FuzzTest
  void anyTokenIsReadOrRefused(byte[] token) {
    assertReadOrRefused(new String(token, ISO_8859_1));
  }

  @FuzzTest
  @DictionaryEntries({
    "\"sub\":",
    "\"scope\":",
    "\"scp\":[",
    "\"groups\":",
    "\"cnf\":",
    "\"typ\":",
    "\"azp\":",
    "\"nonce\""
  })
  void anyClaimsAreReadOrRefused(byte[] claims) {
    assertReadOrRefused(jwt(HEADER, new String(claims, UTF_8)));
  }

  @Provide
  Arbitrary<String> jsons() {
    return Pieces.of(
            "\"sub\":\"a\",",
            "\"sub\":1,",
            "\"sub\":null,",
            "\"azp\":\"\",",
            "\"client_id\":\"c\",",
            "\"name\":\"N\\u0000\",",
            "\"typ\":\"ID\",",
            "\"typ\":[],",
            "\"token_use\":\"id\",",
            "\"nonce\":\"1\",",
            "\"cnf\":{},",
            "\"scope\":\"a b\",",
            "\"scope\":{},",
            "\"scp\":[null,1,\"x\"],",
            "[",
            "]",
            "{",
            "}",
            "\"",
            ":",
            ",",
            "\\ud800",
            "1e999")
        .map(members -> "{" + members + "\"iss\":\"i\"}");
  }

  private static String jwt(String header, String claims) {
    return encoded(header) + "." + encoded(claims) + ".c2ln";
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }

  private static void assertReadOrRefused(String token) {
    try {
      JwtContent content = JwtContent.parse(token);
      assertFalse(content.claims().containsKey("nonce"));
      assertFalse(content.claims().containsKey("cnf"));
      Caller caller = content.caller(Set.of("group"));
      assertTrue(
          Stream.concat(Stream.of(caller.subject(), caller.name()), caller.scopes().stream())
              .allMatch(text -> !text.isBlank() && text.length() <= 300));
      assertTrue(caller.subject().chars().noneMatch(Character::isISOControl));
    } catch (InvalidToken refused) {
      assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
    }
  }
}
