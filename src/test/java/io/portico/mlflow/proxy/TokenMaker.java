package io.portico.mlflow.proxy;

import io.portico.identity.Person;
import io.portico.tokens.AccessTokens;
import io.portico.tokens.Creation;
import io.portico.tokens.NewToken;
import io.portico.tokens.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes access tokens for programs of the tests. */
@ApplicationScoped
public class TokenMaker {
  private final AccessTokens tokens;

  TokenMaker(AccessTokens tokens) {
    this.tokens = tokens;
  }

  /** Somebody of some groups; the subject is the name. */
  public static Person person(String name, String... groups) {
    return new Person(name, name, Set.of(groups), Set.of(), "session");
  }

  /** A token of the person's for one server. */
  public Creation.Made token(Person person, String server, String level) {
    return token(person, Owner.person(person.subject()), Map.of("mlflow/" + server, level));
  }

  public Creation.Made token(Person by, Owner owner, Map<String, String> grants) {
    Instant end = Instant.now().plus(Duration.ofDays(1));
    return (Creation.Made)
        tokens.create(new NewToken("a test's", owner, grants, end, UUID.randomUUID()), by);
  }

  /** The header line of a token. */
  public static String header(Creation.Made token) {
    return "Authorization: Bearer " + token.secret().text();
  }
}
