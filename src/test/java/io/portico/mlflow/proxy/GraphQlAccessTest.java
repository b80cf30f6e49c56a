package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphQlAccessTest {
  private static Access of(String document) {
    return GraphQlAccess.of(new JsonObject().put("query", document).toBuffer());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ mlflowGetRun(input: {runId: \"1\"}) { run { info { runId } } } }",
        "query GetRun($data: MlflowGetRunInput!) { mlflowGetRun(input: $data) { __typename } }",
        "query A { a } query B { b }",
        "# mutation { x }\n query { a }",
        "query { a(text: \"mutation { x }\") } fragment F on T { b }"
      })
  void queriesRead(String document) {
    assertEquals(Access.READ, of(document));
  }

  @Test
  void aDocumentThatComesAgainIsReadAlike() {
    for (int time = 0; time < 2; time++) {
      assertEquals(Access.READ, of("query Again { a }"));
      assertEquals(Access.NEVER, of("mutation Again { a }"));
      assertEquals(Access.NEVER, of("query Again { a"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mutation { testMutation(inputString: \"x\") { outputString } }",
        "query A { a } mutation B { b }",
        "mutation B { b } query A { a }",
        "# query\nmutation { b }",
        "subscription { a }",
        "query { a",
        "not graphql",
        "\u0000"
      })
  @Holds(Promise.LEVELS_HOLD)
  void everythingElseIsRefused(String document) {
    assertEquals(Access.NEVER, of(document));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[{\"query\":\"{a}\"}]",
        "{\"query\":1}",
        "{\"query\":\"{a}\",\"query\":\"mutation { b }\"}",
        "{\"query\":\"{a}\"}{\"query\":\"mutation { b }\"}"
      })
  void aBodyThatTwoParsersReadInTwoWaysIsRefused(String body) {
    assertEquals(Access.NEVER, GraphQlAccess.of(Buffer.buffer(body)));
  }

  @Test
  void deepJsonIsRefused() {
    String deep = "{\"query\":\"{a}\",\"variables\":" + "[".repeat(70) + "]".repeat(70) + "}";
    assertEquals(Access.NEVER, GraphQlAccess.of(Buffer.buffer(deep)));
  }

  @Test
  void aDocumentThatOnlyNestsIsRefused() {
    assertEquals(Access.NEVER, of("{a".repeat(5_000) + "}".repeat(5_000)));
  }
}
