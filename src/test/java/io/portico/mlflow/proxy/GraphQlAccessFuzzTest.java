package io.portico.mlflow.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Pieces;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No document that a tracking server would run as a mutation is taken for a query. */
class GraphQlAccessFuzzTest {
  private static Access of(String document) {
    return GraphQlAccess.of(new JsonObject().put("query", document).toBuffer());
  }

  @Property
  @Holds(Promise.LEVELS_HOLD)
  void noMutationIsTakenForAQuery(@ForAll("documents") String document) {
    assertNoMutationIsRead(document);
  }

  @FuzzTest
  @DictionaryEntries({"mutation", "query", "subscription", "fragment", "\"\"\"", "\\\"\"\"", "#"})
  void noMutationIsRead(byte[] document) {
    assertNoMutationIsRead(new String(document, UTF_8));
  }

  @FuzzTest
  @DictionaryEntries({"\"query\"", "{\"", ":", "\\u0000"})
  void anyBodyIsJudged(byte[] body) {
    GraphQlAccess.of(Buffer.buffer(body));
  }

  @Provide
  Arbitrary<String> documents() {
    return Pieces.of(
        "{ a }",
        "query A { a }",
        "mutation B { b }",
        "mutation { b }",
        "query",
        "mutation",
        "subscription",
        "fragment F on T",
        " ",
        "\n",
        "\r",
        "\u2028",
        "\u2029",
        "\ufeff",
        "#",
        "{",
        "}",
        "{ a }",
        "{ a { b } }",
        "(b: 1)",
        "(b: \"",
        "\"",
        "\"\"\"",
        "\\",
        "\\\"\"\"",
        "$",
        "...",
        "@d",
        ":",
        "[",
        "]",
        "1e9",
        "-0",
        ",",
        " A ",
        "on");
  }

  private static void assertNoMutationIsRead(String document) {
    if (of(document) == Access.READ) {
      assertFalse(GraphQlReading.hasMutation(document), document);
    }
  }

  /** Line ends of JavaScript end no comment of GraphQL (its specification of 2021, 2.1.2). */
  @ParameterizedTest
  @ValueSource(strings = {"\u2028", "\u2029", "\u0085", "\u000b", "\u000c"})
  @Holds(Promise.LEVELS_HOLD)
  void whatEndsACommentForOneReaderOnlyIsRefused(String sign) {
    assertEquals(Access.NEVER, of("# " + sign + " query\nmutation { a }"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{ a(b: 1e99999999999) }", "{ a(b: -1e-99999999999) }", "{ a(b: \"\\ud800\") }"})
  void whatNoParserTakesIsRefused(String document) {
    assertEquals(Access.NEVER, of(document));
  }
}
