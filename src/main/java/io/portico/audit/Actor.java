package io.portico.audit;

import io.portico.identity.Caller;
import io.portico.identity.Person;

/**
 * Who did something.
 *
 * @param subject the identity provider's stable id, or the service's
 * @param name to show; not unique
 * @param via how: {@code session}, {@code jwt}, {@code token:} and an access token's id, or {@code
 *     back-channel} where the identity provider did it
 */
public record Actor(String subject, String name, String via) {

  public static Actor of(Person person) {
    return new Actor(person.subject(), person.name(), "session");
  }

  public static Actor of(Caller caller) {
    return new Actor(
        caller.subject(),
        caller.name(),
        caller.token().map(token -> "token:" + token.id()).orElse("jwt"));
  }
}
