package io.portico.connect;

import io.portico.apidocs.DocumentationRole;
import io.portico.mlflow.ServerAccess;
import java.util.List;
import java.util.Optional;

/**
 * What the page about programs shows.
 *
 * @param servers all of the person
 * @param groups that may own a token the person makes
 * @param tokens newest first
 * @param snippets empty if no server is open to the person
 * @param agents beside them
 * @param reads whether there may be documentation for the person to read
 * @param proposes whether the person edits the draft of some API
 */
public record ConnectPage(
    FilledForm filled,
    List<ServerAccess> servers,
    List<String> groups,
    List<TokenRow> tokens,
    Optional<Snippets> snippets,
    AgentSnippets agents,
    boolean reads,
    boolean proposes) {

  /** Whether a token of the person could open anything. */
  public boolean opensSomething() {
    return !servers.isEmpty() || reads;
  }

  public boolean isForProposals() {
    return form().documentation().equals(DocumentationRole.EDITOR.label());
  }

  public TokenForm form() {
    return filled.form();
  }

  public Lifetimes lifetimes() {
    return filled.lifetimes();
  }

  public Optional<String> problem(String field) {
    return Optional.ofNullable(filled.problems().get(field));
  }

  public List<ServerChoice> choices() {
    return servers.stream().map(access -> new ServerChoice(access, form())).toList();
  }

  public boolean isOwnedBy(String group) {
    return form().owner().equals(TokenForm.GROUP + group);
  }

  /** Whether the form asks for one's attention. */
  public boolean hasProblems() {
    return !filled.problems().isEmpty();
  }
}
