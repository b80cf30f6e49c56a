package io.portico.connect;

import io.portico.mlflow.ServerAccess;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page about programs shows.
 *
 * @param problems of the form, by field
 * @param servers all of the person
 * @param groups that may own a token she makes
 * @param tokens newest first
 * @param snippets empty if no server is open to her
 */
public record ConnectPage(
    TokenForm form,
    Map<String, String> problems,
    List<ServerAccess> servers,
    List<String> groups,
    Lifetimes lifetimes,
    List<TokenRow> tokens,
    Optional<Snippets> snippets) {

  public Optional<String> problem(String field) {
    return Optional.ofNullable(problems.get(field));
  }

  public List<ServerChoice> choices() {
    return servers.stream().map(access -> new ServerChoice(access, form)).toList();
  }

  public boolean isOwnedBy(String group) {
    return form.owner().equals(TokenForm.GROUP + group);
  }

  /** Whether the form asks for one's attention. */
  public boolean hasProblems() {
    return !problems.isEmpty();
  }
}
