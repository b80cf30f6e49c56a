package io.portico.apidocs.publishing;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.audit.Actor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody of whose sign-in nobody knows how old it is. */
@QuarkusTest
@TestProfile(StalePublisherTest.NoTime.class)
class StalePublisherTest {
  @Inject PublishedOrders orders;
  @Inject PublicationTable table;

  private final Publisher publisher = Publisher.signedInAs("publisher");

  public static class NoTime implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      // The provider of the tests does not tell it.
      return Map.of("portico.identity.sign-in-time", "auth-time");
    }
  }

  @BeforeEach
  @AfterEach
  void reset() {
    orders.reset();
  }

  @Test
  void theFormOffersAFreshSignInBeforeAnythingIsTyped() {
    publisher
        .visitor()
        .get(Publisher.FORM + "?version=2026-01&stage=test")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("This takes a fresh sign-in"),
                containsString(
                    "/app/sign-in-again?to=%2Fapp%2Fapis%2Fordersapi1%2Fpublish%3Fversion%3D2026-01%26stage%3Dtest")));
  }

  @Test
  void nothingIsPlannedOrConfirmed() {
    publisher
        .submit("name=2026-03", "stage=prod")
        .then()
        .statusCode(403)
        .body(containsString("This takes a fresh sign-in"));

    Publication planned =
        Publication.planned(
            OrdersApi.API.id(),
            new Actor("publisher", "Publisher", "session"),
            "2026-03",
            "",
            true,
            List.of("prod"));
    table.plan(planned);
    publisher.confirm(planned.address()).then().statusCode(403);
    assertEquals("PLANNED", orders.column("state", planned.address()));
    assertEquals(0, orders.calls("CreateDocumentationVersion"));
  }
}
