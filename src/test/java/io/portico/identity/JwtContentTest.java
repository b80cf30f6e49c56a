package io.portico.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtContentTest {
  private static Caller caller(String claims) {
    return new JwtContent(new JsonObject(), new JsonObject(claims)).caller(Set.of());
  }

  private static JwtContent content(JsonObject claims) {
    return new JwtContent(new JsonObject(), claims);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'sub': 's', 'name': 'N', 'preferred_username': 'u', 'azp': 'c'} | s        | N",
        "{'sub': 's', 'preferred_username': 'u', 'azp': 'c'}              | s        | u",
        "{'sub': 's', 'azp': 'c'}                                         | s        | c",
        "{'sub': 's'}                                                     | s        | s",
        "{'azp': 'c', 'client_id': 'd'}                                   | client:c | c",
        "{'client_id': 'd'}                                               | client:d | d",
        "{'sub': ' ', 'client_id': 'd', 'name': ''}                       | client:d | d",
      })
  void aServiceWithoutASubjectIsKnownByItsClientId(String claims, String subject, String name) {
    Caller caller = caller(claims.replace('\'', '"'));
    assertEquals(subject, caller.subject());
    assertEquals(name, caller.name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Keycloak, Cognito | {'sub': 's', 'scope': 'a b'}",
        "Entra ID          | {'sub': 's', 'scp': 'a b'}",
        "Okta              | {'sub': 's', 'scp': ['a', 'b']}",
        "an array          | {'sub': 's', 'scope': ['a', 'b']}",
        "both              | {'sub': 's', 'scope': 'a', 'scp': ['b', 'a']}",
        "untidy            | {'sub': 's', 'scope': '  a   b '}",
      })
  void scopesAreReadAsTheProvidersWriteThem(String provider, String claims) {
    assertEquals(Set.of("a", "b"), caller(claims.replace('\'', '"')).scopes(), provider);
  }

  @Test
  void aTokenMayHaveNoScopes() {
    assertEquals(Set.of(), caller("{\"sub\": \"s\"}").scopes());
    assertEquals(Set.of(), caller("{\"sub\": \"s\", \"scope\": null, \"scp\": []}").scopes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub", "name", "preferred_username", "azp", "client_id", "scope", "scp"})
  void noClaimHoldsWhatWouldNotFitALineOfALog(String claim) {
    for (Object hostile :
        new Object[] {
          "a\nb", "a\u0000b", "\u001b[31mred", "a\u0085b", "x".repeat(10_000), "x".repeat(256)
        }) {
      JsonObject claims = new JsonObject().put("sub", "s").put(claim, hostile);
      assertThrows(InvalidToken.class, () -> content(claims).caller(Set.of()));
    }
    JsonObject longest = new JsonObject().put("sub", "s").put(claim, "x".repeat(255));
    content(longest).caller(Set.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub", "name", "azp"})
  void aClaimOfAnotherTypeIsRefused(String claim) {
    for (Object hostile : new Object[] {1, true, JsonArray.of("s"), JsonObject.of("a", "b")}) {
      JsonObject claims = new JsonObject().put("sub", "s").put(claim, hostile);
      assertThrows(InvalidToken.class, () -> content(claims).caller(Set.of()));
    }
  }

  @Test
  void groupsAreBounded() {
    JsonObject claims = new JsonObject().put("sub", "s");
    assertEquals(1_000, content(claims).caller(groups(1_000)).groups().size());
    InvalidToken tooMany =
        assertThrows(InvalidToken.class, () -> content(claims).caller(groups(10_000)));
    assertEquals("The token's groups has more than 1000 values.", tooMany.getMessage());
    assertThrows(InvalidToken.class, () -> content(claims).caller(Set.of("a\nb")));
    assertThrows(InvalidToken.class, () -> content(claims).caller(Set.of("x".repeat(256))));
  }

  private static Set<String> groups(int number) {
    return IntStream.range(0, number).mapToObj(i -> "group-" + i).collect(Collectors.toSet());
  }
}
