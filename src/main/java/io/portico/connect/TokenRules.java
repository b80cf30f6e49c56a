package io.portico.connect;

import io.portico.apidocs.DocumentationGrant;
import io.portico.apidocs.DocumentationRole;
import io.portico.apidocs.RestApis;
import io.portico.identity.Person;
import io.portico.mlflow.AccessLevel;
import io.portico.mlflow.ServerAccess;
import io.portico.mlflow.TrackingServers;
import io.portico.tokens.AccessToken;
import io.portico.tokens.NewToken;
import io.portico.tokens.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Who may have which token: people their own, within their access; managers one for a group of
 * theirs, within the group's access.
 */
@ApplicationScoped
class TokenRules {
  private static final int MAX_NAME = 80;

  /** Control characters, ends of lines, what turns the direction of text, and halves of pairs. */
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

  private final TrackingServers servers;
  private final RestApis apis;

  TokenRules(TrackingServers servers, RestApis apis) {
    this.servers = servers;
    this.apis = apis;
  }

  /** Whether a person has at least that role on the documentation of some API. */
  boolean holds(Person person, DocumentationRole role) {
    return apis.isHeld(person.groups(), role);
  }

  /** Groups of the person that may own a service token that they make. */
  List<String> groups(Person person) {
    return person.groups().stream()
        .filter(group -> ownsWhatIsManagedBy(person, group))
        .sorted()
        .toList();
  }

  private boolean ownsWhatIsManagedBy(Person person, String group) {
    return servers.of(person).stream()
        .anyMatch(access -> isManaged(access) && access.server().access().containsKey(group));
  }

  /** One's own tokens, and those of one's group if one manages one of the token's servers. */
  boolean mayRevoke(AccessToken token, Person person) {
    return token.owner().includes(person)
        && (!token.owner().isGroup()
            || Grants.servers(token).stream()
                .anyMatch(
                    server ->
                        servers.of(person, server).filter(TokenRules::isManaged).isPresent()));
  }

  private static boolean isManaged(ServerAccess access) {
    return access.level().includes(AccessLevel.MANAGER);
  }

  TokenJudgement judge(TokenForm form, Person person, Lifetimes lifetimes) {
    Map<String, String> problems = new LinkedHashMap<>();
    String name = form.name().strip();
    if (name.isEmpty() || name.codePointCount(0, name.length()) > MAX_NAME) {
      problems.put("name", "Give it a name of 1 to " + MAX_NAME + " characters.");
    } else if (UNFIT.matcher(name).find()) {
      problems.put("name", "The name has a character that cannot be shown. Type it by hand.");
    }
    Owner owner = owner(form, person);
    if (owner.isGroup() && !groups(person).contains(owner.id())) {
      problems.put("owner", "You may not make a token for this group. Choose one of the list.");
    }
    Map<String, String> grants = grants(form, person, owner, problems);
    Optional<Instant> end = lifetimes.end(form);
    if (end.isEmpty()) {
      problems.put(
          "lifetime",
          "Choose one of the list, or a day from %s to %s."
              .formatted(lifetimes.firstDay(), lifetimes.lastDay()));
    }
    Optional<UUID> nonce = nonce(form);
    if (nonce.isEmpty()) {
      problems.put("nonce", "This form is broken. Reload the page and fill it in again.");
    }
    return new TokenJudgement(
        problems,
        problems.isEmpty()
            ? Optional.of(new NewToken(name, owner, grants, end.get(), nonce.get()))
            : Optional.empty());
  }

  private static Owner owner(TokenForm form, Person person) {
    return form.owner().startsWith(TokenForm.GROUP)
        ? Owner.group(form.owner().substring(TokenForm.GROUP.length()))
        : Owner.person(person.subject());
  }

  private Map<String, String> grants(
      TokenForm form, Person person, Owner owner, Map<String, String> problems) {
    Map<String, String> grants = new TreeMap<>();
    for (String id : form.servers()) {
      Optional<AccessLevel> level = AccessLevel.of(form.levelOn(id));
      problem(servers.of(person, id), level, owner)
          .ifPresentOrElse(
              problem -> problems.put("servers", problem),
              () -> grants.put(Grants.resource(id), level.orElseThrow().label()));
    }
    boolean proposes = form.documentation().equals(DocumentationRole.EDITOR.label());
    if (proposes && !isHeldBy(owner, person, DocumentationRole.EDITOR)) {
      problems.put("documentation", "Only editors of an API propose what its draft should say.");
    } else if (proposes) {
      grants.put(DocumentationGrant.RESOURCE, DocumentationRole.EDITOR.label());
    } else if (form.servers().isEmpty()) {
      grants.put(DocumentationGrant.RESOURCE, DocumentationRole.VIEWER.label());
    }
    if (form.servers().isEmpty()
        // Whoever manages a server of a group's token may revoke it.
        && (owner.isGroup() || !holds(person, DocumentationRole.VIEWER))) {
      problems.put("servers", "Choose at least one tracking server.");
    }
    return grants;
  }

  private boolean isHeldBy(Owner owner, Person person, DocumentationRole role) {
    return holds(person, role) && (!owner.isGroup() || apis.isHeld(Set.of(owner.id()), role));
  }

  private static Optional<String> problem(
      Optional<ServerAccess> access, Optional<AccessLevel> level, Owner owner) {
    if (access.isEmpty()) {
      return Optional.of("You have no access to one of these tracking servers.");
    }
    String title = access.get().server().title();
    if (owner.isGroup() && !isManaged(access.get())) {
      return Optional.of("Only its managers make tokens of a group for " + title + ".");
    }
    Optional<AccessLevel> most =
        owner.isGroup()
            ? Optional.ofNullable(access.get().server().access().get(owner.id()))
            : Optional.of(access.get().level());
    if (most.isEmpty()) {
      return Optional.of("This group has no access to " + title + ".");
    }
    return level.filter(most.get()::includes).isPresent()
        ? Optional.empty()
        : Optional.of("On " + title + " the highest level is " + most.get().label() + ".");
  }

  private static Optional<UUID> nonce(TokenForm form) {
    try {
      return Optional.of(UUID.fromString(form.nonce()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
