package io.portico.mlflow.proxy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
  /** In characters, of all documents that are remembered. */
  private static final int MOST_REMEMBERED = 1024 * 1024;

  /** MLflow's pages send the same few documents over and over, and reading one is dear. */
  private static final Cache<String, Access> READ_BEFORE =
      Caffeine.newBuilder()
          .maximumWeight(MOST_REMEMBERED)
          .weigher((String document, Access access) -> document.length())
          .build();

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
      return query.isTextual() ? of(query.textValue()) : Access.NEVER;
    } catch (IOException | InvalidSyntaxException e) {
      return Access.NEVER;
    }
  }

  private static Access of(String document) {
    Access access = READ_BEFORE.getIfPresent(document);
    if (access == null) {
      access = hasOnlyQueries(document) ? Access.READ : Access.NEVER;
      READ_BEFORE.put(document, access);
    }
    return access;
  }

  private static boolean hasOnlyQueries(String document) {
    return new Parser()
        .parseDocument(document).getDefinitionsOfType(OperationDefinition.class).stream()
            .allMatch(operation -> operation.getOperation() == OperationDefinition.Operation.QUERY);
  }
}
