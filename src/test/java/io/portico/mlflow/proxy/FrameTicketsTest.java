package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.identity.EndedSessions;
import io.portico.identity.Person;
import io.portico.identity.SessionEnd;
import io.portico.mlflow.AccessLevel;
import io.portico.mlflow.ServerAccess;
import io.portico.mlflow.TrackingServer;
import io.portico.mlflow.TrackingServerArn;
import io.portico.portal.PortalSecret;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.FixedPortalConfig;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrameTicketsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Person ADA =
      new Person("ada\n\u0000漢", "Ada", Set.of("churn-team"), Set.of(), "session-1");
  private static final ServerAccess CHURN =
      new ServerAccess(
          new TrackingServer(
              "churn",
              "Churn",
              TrackingServerArn.parse("arn:aws:sagemaker:eu-west-1:123456789012:mlflow-app/app-1"),
              URI.create("https://mlflow.sagemaker.eu-west-1.app.aws"),
              Map.of(),
              Map.of(),
              Map.of()),
          AccessLevel.CONTRIBUTOR);

  private static FrameSeal seal(String secret) {
    return new FrameSeal(new PortalSecret(new FixedPortalConfig(secret)));
  }

  private final FrameSeal seal = seal("a".repeat(32));
  private final EndedSessions ended = new EndedSessions();
  private final FrameTickets tickets = at(Duration.ZERO);

  private FrameTickets at(Duration later) {
    return new FrameTickets(seal, ended, Clock.fixed(NOW.plus(later), ZoneOffset.UTC));
  }

  @Test
  void aTicketBecomesASessionOfTheSamePersonServerAndLevel() {
    String session = tickets.exchange(tickets.issue(CHURN, ADA), "churn").orElseThrow();
    FrameGrant grant = tickets.session(session, "churn").orElseThrow();
    assertEquals(AccessLevel.CONTRIBUTOR, grant.level());
    assertEquals(ADA.subject(), grant.subject());
    assertEquals("session-1", grant.session());
    assertEquals(NOW.plus(Duration.ofMinutes(5)), grant.expires());
  }

  @Test
  void aTicketIsSpentOnce() {
    String ticket = tickets.issue(CHURN, ADA);
    assertTrue(tickets.exchange(ticket, "churn").isPresent());
    assertTrue(tickets.exchange(ticket, "churn").isEmpty());
  }

  @Test
  void aTicketForAnotherServerIsNotSpentByTheAttempt() {
    String ticket = tickets.issue(CHURN, ADA);
    assertTrue(tickets.exchange(ticket, "forecasting").isEmpty());
    assertTrue(tickets.exchange(ticket, "churn").isPresent());
  }

  @Test
  @Holds(Promise.SIGN_OUT_ENDS_ALL)
  void aTicketLastsThirtySecondsAndASessionFiveMinutes() {
    String ticket = tickets.issue(CHURN, ADA);
    assertTrue(at(Duration.ofSeconds(30)).exchange(ticket, "churn").isEmpty());
    String session = at(Duration.ofSeconds(29)).exchange(ticket, "churn").orElseThrow();
    assertTrue(at(Duration.ofSeconds(29 + 299)).session(session, "churn").isPresent());
    assertTrue(at(Duration.ofSeconds(29 + 300)).session(session, "churn").isEmpty());
  }

  @Test
  @Holds({Promise.SIGN_OUT_ENDS_ALL, Promise.ENDED_ELSEWHERE_ENDS_HERE})
  void whatTheIdentityProviderEndsTakesTicketsAndSessionsWithIt() {
    String open = tickets.exchange(tickets.issue(CHURN, ADA), "churn").orElseThrow();
    String ticket = at(Duration.ofSeconds(29)).issue(CHURN, ADA);
    ended.add(
        new SessionEnd(
            Optional.empty(),
            Optional.of("session-1"),
            Optional.of("ada"),
            NOW.plus(Duration.ofSeconds(20))));
    assertTrue(tickets.session(open, "churn").isEmpty());
    assertTrue(at(Duration.ofSeconds(58)).exchange(ticket, "churn").isEmpty());

    Person signedInAnew = new Person(ADA.subject(), "Ada", ADA.groups(), Set.of(), "session-2");
    String anew = tickets.exchange(tickets.issue(CHURN, signedInAnew), "churn").orElseThrow();
    assertTrue(tickets.session(anew, "churn").isPresent());
  }

  @Test
  @Holds(Promise.MLFLOW_HAS_NO_HOLD)
  void aSessionOpensNoOtherServer() {
    String session = tickets.exchange(tickets.issue(CHURN, ADA), "churn").orElseThrow();
    assertTrue(tickets.session(session, "forecasting").isEmpty());
  }

  @Test
  void aTicketIsNoSessionAndASessionNoTicket() {
    String ticket = tickets.issue(CHURN, ADA);
    assertTrue(tickets.session(ticket, "churn").isEmpty());
    String session = tickets.exchange(ticket, "churn").orElseThrow();
    assertTrue(tickets.exchange(session, "churn").isEmpty());
  }

  @Test
  void whatAnotherSecretSealedIsWorthNothing() {
    String foreign =
        new FrameTickets(seal("b".repeat(32)), ended, Clock.fixed(NOW, ZoneOffset.UTC))
            .issue(CHURN, ADA);
    assertTrue(tickets.exchange(foreign, "churn").isEmpty());
  }

  @Test
  void everyChangedCharacterBreaksTheSeal() {
    String ticket = tickets.issue(CHURN, ADA);
    for (int i = 0; i < ticket.length(); i++) {
      char other = ticket.charAt(i) == 'A' ? 'E' : 'A';
      String changed = ticket.substring(0, i) + other + ticket.substring(i + 1);
      assertTrue(tickets.exchange(changed, "churn").isEmpty(), "at " + i);
    }
    for (int bit = 0; bit < ticket.length() * 8; bit++) {
      char[] changed = ticket.toCharArray();
      changed[bit / 8] ^= (char) (1 << bit % 8);
      assertTrue(tickets.exchange(new String(changed), "churn").isEmpty(), "bit " + bit);
    }
    for (int end = 0; end < ticket.length(); end++) {
      assertTrue(tickets.exchange(ticket.substring(0, end), "churn").isEmpty(), "cut at " + end);
    }
    for (String garbage : new String[] {".", "..", "a.b", "💥.💥", "x".repeat(100_000), "a\0.b"}) {
      assertTrue(tickets.exchange(garbage, "churn").isEmpty());
      assertTrue(tickets.session(garbage, "churn").isEmpty());
    }
  }
}
