package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.Stage;
import io.portico.portal.SignInAgain;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the form of a publication shows.
 *
 * @param problems by field, in words for people
 * @param suggestions names for a new version
 * @param signInAgain the way to a fresh sign-in, where one is needed first
 */
public record PublishPage(
    ApiAccess access,
    PublishRules rules,
    PublishForm form,
    Map<String, String> problems,
    List<String> suggestions,
    Optional<SignInAgain> signInAgain) {

  public List<Stage> stages() {
    return rules.stages();
  }

  public boolean isChosen(Stage stage) {
    return form.stages().contains(stage.name());
  }

  /** What a stage shows now, and what becomes of that. */
  public String words(Stage stage) {
    Optional<String> shown = stage.documentationVersion();
    if (shown.isEmpty()) {
      return "shows no version yet";
    }
    if (form.makes()) {
      return "shows " + shown.get();
    }
    if (shown.get().equals(form.version())) {
      return "shows it already";
    }
    return rules.isOlder(form.version(), stage)
        ? "shows %s, which is newer: this rolls it back".formatted(shown.get())
        : "shows " + shown.get();
  }

  /** Whether all that is chosen shows something newer. */
  public boolean rollsBack() {
    List<Stage> chosen = stages().stream().filter(this::isChosen).toList();
    return !form.makes()
        && !chosen.isEmpty()
        && chosen.stream().allMatch(stage -> rules.isOlder(form.version(), stage));
  }

  public Optional<String> problem(String field) {
    return Optional.ofNullable(problems.get(field));
  }
}
