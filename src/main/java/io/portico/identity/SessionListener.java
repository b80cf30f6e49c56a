package io.portico.identity;

import io.quarkus.oidc.SecurityEvent;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Tells the portal what Quarkus' sign-in tells of sessions. */
@ApplicationScoped
class SessionListener {
  private final People people;
  private final Event<SessionEvent> events;

  SessionListener(People people, Event<SessionEvent> events) {
    this.people = people;
    this.events = events;
  }

  void hear(@Observes SecurityEvent event) {
    switch (event.getEventType()) {
      case OIDC_LOGIN -> tell(event.getSecurityIdentity(), SessionEvent.Kind.STARTED);
      case OIDC_SESSION_REFRESHED, OIDC_SESSION_EXPIRED_AND_REFRESHED ->
          tell(event.getSecurityIdentity(), SessionEvent.Kind.REFRESHED);
      default -> {
        // Not about one person, or about a way to sign out that the portal does not use.
      }
    }
  }

  private void tell(SecurityIdentity identity, SessionEvent.Kind kind) {
    if (identity.getPrincipal() instanceof JsonWebToken idToken) {
      events.fire(new SessionEvent(people.personOf(idToken, identity.getRoles()), kind));
    }
  }
}
