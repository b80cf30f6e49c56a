package io.portico.mlflow.proxy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;

/**
 * What a GraphQL request does. MLflow's schema offers queries that read and, so far, one mutation
 * for its own tests, so every operation but a query is refused.
 */
final class GraphQlAccess {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static {
    JSON.getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build());
  }

  private GraphQlAccess() {}

  /** Of a request body; what is not plainly a query is never allowed. */
  static Access of(Buffer body) {
    try {
      JsonNode query = JSON.readTree(body.getBytes()).path("query");
      return query.isTextual() && hasOnlyQueries(query.textValue()) ? Access.READ : Access.NEVER;
    } catch (IOException | InvalidSyntaxException e) {
      return Access.NEVER;
    }
  }

  private static boolean hasOnlyQueries(String document) {
    return new Parser()
        .parseDocument(document).getDefinitionsOfType(OperationDefinition.class).stream()
            .allMatch(operation -> operation.getOperation() == OperationDefinition.Operation.QUERY);
  }
}
