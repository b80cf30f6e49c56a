package io.portico.sandbox.mlflow.seed;

import io.portico.sandbox.mlflow.tracking.TrackingStore;

/** Experiments for a demo, by the name of the tracking server they stand for. */
public final class DemoData {
  private DemoData() {}

  /** Fills a new store; a name without data of its own leaves it as it is. */
  public static void plant(String seed, TrackingStore store) {
    switch (seed) {
      case "churn" -> new ChurnData(store).plant();
      case "forecasting" -> new ForecastingData(store).plant();
      default -> {}
    }
  }
}
