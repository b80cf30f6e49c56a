package io.portico.sandbox.mlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.sandbox.mlflow.search.Paging;
import io.portico.sandbox.mlflow.search.Query;
import io.portico.sandbox.mlflow.search.Vocabulary;
import io.portico.sandbox.mlflow.seed.DemoData;
import io.portico.sandbox.mlflow.tracking.Artifact;
import io.portico.sandbox.mlflow.tracking.ArtifactEntry;
import io.portico.sandbox.mlflow.tracking.ArtifactPath;
import io.portico.sandbox.mlflow.tracking.ArtifactStore;
import io.portico.sandbox.mlflow.tracking.Experiment;
import io.portico.sandbox.mlflow.tracking.RegisteredModel;
import io.portico.sandbox.mlflow.tracking.Run;
import io.portico.sandbox.mlflow.tracking.TrackingStore;
import io.portico.sandbox.mlflow.tracking.ViewType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoMlflowDataTest {
  private static final Instant NOW = Instant.parse("2026-01-20T10:00:00Z");

  private final TrackingStore store = TrackingStore.open(InstantSource.fixed(NOW));

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void churnHasTwoExperimentsAndAModel() {
    DemoData.plant("churn", store);
    assertEquals(
        Map.of("Customer churn", 8, "Customer churn, neural network", 5, "Default", 0), runs());
    RegisteredModel model = store.models().get("churn-classifier");
    assertEquals(3, model.versions().size());
    assertEquals(2, model.aliased("champion").number());
    assertEquals("support-tickets", store.runs().get(model.aliased("champion").runId()).name());
  }

  @Test
  void forecastingHasOneExperiment() {
    DemoData.plant("forecasting", store);
    assertEquals(Map.of("Weekly demand", 5, "Default", 0), runs());
  }

  @Test
  void anyOtherSeedHasTheDefaultExperimentOnly() {
    DemoData.plant("", store);
    assertEquals(Map.of("Default", 0), runs());
  }

  @Test
  void everyRunHasAHistoryOfPlausibleLength() {
    DemoData.plant("churn", store);
    for (Run run : allRuns(store)) {
      assertEquals(3, run.latestMetrics().size(), run.name());
      int steps = run.history("auc").measurements().size();
      assertTrue(steps >= 40 && steps <= 60, run.name());
      assertTrue(run.origin().started().isBefore(NOW), run.name());
      assertTrue(run.ended().map(NOW::isAfter).orElse(true), run.name());
      assertTrue(run.history("auc").latest().timestamp() <= NOW.toEpochMilli(), run.name());
    }
  }

  @Test
  void theSameSeedTellsTheSameStory() {
    DemoData.plant("churn", store);
    try (TrackingStore again = TrackingStore.open(InstantSource.fixed(NOW))) {
      DemoData.plant("churn", again);
      assertEquals(story(store), story(again));
    }
  }

  @Test
  void aRunHasArtifactsOfEveryKind() {
    DemoData.plant("churn", store);
    ArtifactPath root = ArtifactStore.rootOf(latestRun());
    assertEquals(
        List.of("metrics.json", "model", "plots", "report.html", "training.log", "übersicht 2.txt"),
        store.artifacts().list(root).stream().map(entry -> entry.path().name()).toList());
    assertEquals(
        List.of(true),
        store.artifacts().list(root).stream()
            .filter(entry -> entry.path().name().equals("plots"))
            .map(ArtifactEntry::directory)
            .toList());
  }

  @Test
  void aPlotIsAPngThatTheJdkReads() throws Exception {
    DemoData.plant("churn", store);
    BufferedImage plot = ImageIO.read(new ByteArrayInputStream(artifact("plots/curve.png")));
    assertNotNull(plot);
    assertEquals(480, plot.getWidth());
    assertEquals(0xfbfaf7, plot.getRGB(0, 0) & 0xffffff, "the paper");
    assertEquals(0x0b6e69, plot.getRGB(455, 25) & 0xffffff, "the end of a rising curve");
  }

  @Test
  void aReportTriesToReachThePageAroundIt() {
    DemoData.plant("churn", store);
    String report = new String(artifact("report.html"), StandardCharsets.UTF_8);
    assertTrue(report.contains("window.parent.document"));
    assertTrue(report.contains("document.cookie"));
  }

  private Map<String, Integer> runs() {
    return experiments(store).stream()
        .collect(Collectors.toMap(Experiment::name, it -> runsOf(store, it).size()));
  }

  private static List<Experiment> experiments(TrackingStore store) {
    Query all = Query.parse("", List.of(), new Paging(0, 100), Vocabulary.EXPERIMENTS);
    return store.experiments().search(all, ViewType.ALL).items();
  }

  private static List<Run> runsOf(TrackingStore store, Experiment experiment) {
    Query all = Query.parse("", List.of(), new Paging(0, 100), Vocabulary.RUNS);
    return store.runs().search(all, List.of(experiment.id()), ViewType.ALL).items();
  }

  private static List<Run> allRuns(TrackingStore store) {
    return experiments(store).stream().flatMap(it -> runsOf(store, it).stream()).toList();
  }

  private static List<String> story(TrackingStore store) {
    return allRuns(store).stream()
        .map(run -> run.id() + run.parameters() + run.tags() + run.latestMetrics())
        .toList();
  }

  private Run latestRun() {
    return store.runs().get(store.models().get("churn-classifier").version(3).runId());
  }

  private byte[] artifact(String path) {
    ArtifactPath place = ArtifactStore.rootOf(latestRun()).resolve(ArtifactPath.of(path));
    return ((Artifact.InMemory) store.artifacts().find(place).orElseThrow()).bytes();
  }
}
