package io.portico.mlflow.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document as the specification of October 2021 reads it, and so MLflow's library: its tokens,
 * and what begins each definition.
 *
 * @see <a href="https://spec.graphql.org/October2021/#sec-Language">Language</a>
 */
final class GraphQlReading {
  /** In the order of trying; what is left out means nothing. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "[ \\t\\n\\r,\\ufeff]++|#[^\\n\\r]*+"
              + "|(?<token>\"\"\"(?s:\\\\\"\"\"|(?!\"\"\").)*+\"\"\""
              + "|\"(?!\"\")(?:[^\"\\\\\\n\\r]|\\\\.)*+\""
              + "|[_A-Za-z][_0-9A-Za-z]*+|-?[0-9][0-9.eE+-]*+|\\.\\.\\.|[!$&()\\[\\]{}:=@|])");

  private static final Set<String> CHANGING = Set.of("mutation", "subscription");
  private static final String OPENING = "({[";
  private static final String CLOSING = ")}]";

  private GraphQlReading() {}

  /** Whether a definition begins as a mutation; nobody runs what is no document at all. */
  static boolean hasMutation(String document) {
    List<String> tokens = tokens(document);
    int depth = 0;
    boolean begins = true;
    boolean found = false;
    for (String token : tokens) {
      found |= begins && CHANGING.contains(token);
      depth += OPENING.contains(token) ? 1 : CLOSING.contains(token) ? -1 : 0;
      begins = depth == 0 && token.equals("}");
    }
    return found && depth == 0;
  }

  private static List<String> tokens(String document) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(document);
    int end = 0;
    while (end < document.length()) {
      if (!token.region(end, document.length()).lookingAt()) {
        return List.of();
      }
      end = token.end();
      if (token.group("token") != null) {
        tokens.add(token.group("token"));
      }
    }
    return tokens;
  }
}
