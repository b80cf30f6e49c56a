package io.portico.sandbox.mlflow.tracking;

/**
 * One measurement.
 *
 * @param key what was measured
 * @param value how much; may be NaN or infinite
 * @param timestamp when, in milliseconds
 * @param step at which step of the run
 */
public record Metric(String key, double value, long timestamp, long step) {}
