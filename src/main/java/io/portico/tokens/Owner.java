package io.portico.tokens;

import io.portico.identity.Person;

/**
 * Whose access a token has.
 *
 * @param id a person's subject, or the name of a group
 */
public record Owner(Kind kind, String id) {

  /** A person's own token, or a service's, which a group owns. */
  public enum Kind {
    PERSON,
    GROUP
  }

  public static Owner person(String subject) {
    return new Owner(Kind.PERSON, subject);
  }

  public static Owner group(String name) {
    return new Owner(Kind.GROUP, name);
  }

  public boolean isGroup() {
    return kind == Kind.GROUP;
  }

  /** Whether it is the person, or a group of theirs. */
  public boolean includes(Person person) {
    return isGroup() ? person.groups().contains(id) : person.subject().equals(id);
  }
}
