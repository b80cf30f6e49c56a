package io.portico.identity;

/**
 * Something happened to a person's session. Fired at once, on the event loop as well: who observes
 * it must neither block nor fail, or the sign-in does.
 *
 * @param person as the ID token names them now
 */
public record SessionEvent(Person person, Kind kind) {

  /** What happened. */
  public enum Kind {
    /** Somebody signed in. */
    STARTED,
    /** The identity provider was asked again; what it says of the person may have changed. */
    REFRESHED,
    /** Somebody signed out. A session that runs out ends without a word. */
    ENDED
  }
}
