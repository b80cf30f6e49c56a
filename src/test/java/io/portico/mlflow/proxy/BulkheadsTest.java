package io.portico.mlflow.proxy;

import static io.portico.promises.Promise.TROUBLE_STAYS_WITH_ITS_SERVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.mlflow.TrackingServer;
import io.portico.mlflow.TrackingServerArn;
import io.portico.promises.Holds;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BulkheadsTest {
  private final Bulkheads bulkheads = new Bulkheads(2);

  private static TrackingServer server(String id) {
    return new TrackingServer(
        id,
        id,
        TrackingServerArn.parse("arn:aws:sagemaker:eu-west-1:123456789012:mlflow-app/app-" + id),
        URI.create("http://127.0.0.1"),
        Map.of(),
        Map.of(),
        Map.of());
  }

  @Test
  @Holds(TROUBLE_STAYS_WITH_ITS_SERVER)
  void aServerThatIsFullIsBusyAndNoOtherIs() {
    Promise<Void> slow = Promise.promise();
    assertFalse(bulkheads.within(server("a"), "ann", slow::future).isComplete());
    assertFalse(bulkheads.within(server("a"), "bob", slow::future).isComplete());
    Future<Void> third = bulkheads.within(server("a"), "eve", Future::succeededFuture);
    assertEquals(503, ((Refusal) third.cause()).status());
    assertEquals("1", ((Refusal) third.cause()).headers().get("Retry-After"));
    assertTrue(bulkheads.within(server("b"), "eve", Future::succeededFuture).succeeded());
    slow.fail("broken");
    assertTrue(bulkheads.within(server("a"), "eve", Future::succeededFuture).succeeded());
  }

  @Test
  void anExchangeThatFailsAtOnceGivesItsRoomBack() {
    for (int i = 0; i < 3; i++) {
      bulkheads.within(server("a"), "ann", () -> Future.failedFuture("broken"));
      bulkheads.within(
          server("a"),
          "ann",
          () -> {
            throw new IllegalStateException("before it began");
          });
    }
    assertTrue(bulkheads.within(server("a"), "eve", Future::succeededFuture).succeeded());
  }

  @Test
  @Holds(TROUBLE_STAYS_WITH_ITS_SERVER)
  void nobodyHoldsMoreThanAQuarter() {
    Bulkheads eight = new Bulkheads(8);
    Promise<Void> slow = Promise.promise();
    eight.within(server("a"), "ann", slow::future);
    eight.within(server("a"), "ann", slow::future);
    Future<Void> third = eight.within(server("a"), "ann", Future::succeededFuture);
    assertEquals(503, ((Refusal) third.cause()).status());
    assertTrue(eight.within(server("a"), "bob", Future::succeededFuture).succeeded());
    assertTrue(eight.within(server("b"), "ann", Future::succeededFuture).succeeded());
    slow.complete();
    assertTrue(eight.within(server("a"), "ann", Future::succeededFuture).succeeded());
  }
}
