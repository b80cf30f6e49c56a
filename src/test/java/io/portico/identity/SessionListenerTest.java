package io.portico.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.Visitor;
import io.quarkus.oidc.SecurityEvent;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class SessionListenerTest {
  @Inject Heard heard;
  @Inject Event<SecurityEvent> quarkus;

  @Singleton
  static class Heard {
    private final List<SessionEvent> events = new CopyOnWriteArrayList<>();

    void hear(@Observes SessionEvent event) {
      events.add(event);
    }

    private List<SessionEvent.Kind> kinds() {
      return events.stream().map(SessionEvent::kind).toList();
    }
  }

  @BeforeEach
  void forget() {
    heard.events.clear();
  }

  @Test
  void aSignInIsToldOnceWithThePersonAndTheirGroups() {
    Visitor visitor = Visitor.signedInAs("publisher");
    visitor.get("/app");
    assertEquals(List.of(SessionEvent.Kind.STARTED), heard.kinds());
    Person person = heard.events.get(0).person();
    assertEquals("Publisher", person.name());
    assertEquals(Set.of("api-publishers", "auditors"), person.groups());
    assertTrue(person.roles().contains(Role.AUDITOR));
  }

  @Test
  void aSignOutIsToldOfThePersonWhoLeaves() {
    Visitor visitor = Visitor.signedInAs("scientist");
    visitor.submit("/app", "/app/sign-out");
    assertEquals(List.of(SessionEvent.Kind.STARTED, SessionEvent.Kind.ENDED), heard.kinds());
    assertEquals(heard.events.get(0).person(), heard.events.get(1).person());
  }

  @ParameterizedTest
  @EnumSource(
      value = SecurityEvent.Type.class,
      names = {"OIDC_SESSION_REFRESHED", "OIDC_SESSION_EXPIRED_AND_REFRESHED"})
  @Holds(Promise.REMOVED_GROUPS_END)
  void aRefreshBringsTheGroupsOfNowAndIsNoSignIn(SecurityEvent.Type type) {
    JwtClaims claims = new JwtClaims();
    claims.setSubject("s-1");
    claims.setClaim("name", "Sam");
    quarkus.fire(
        new SecurityEvent(
            type,
            QuarkusSecurityIdentity.builder()
                .setPrincipal(new DefaultJWTCallerPrincipal(claims))
                .addRole("auditors")
                .build()));
    SessionEvent event = heard.events.get(0);
    assertEquals(SessionEvent.Kind.REFRESHED, event.kind());
    assertEquals("Sam", event.person().name());
    assertEquals(Set.of("auditors"), event.person().groups());
  }
}
