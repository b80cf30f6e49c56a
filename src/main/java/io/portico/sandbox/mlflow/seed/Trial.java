package io.portico.sandbox.mlflow.seed;

import io.portico.sandbox.mlflow.tracking.RunStatus;
import java.time.Duration;
import java.util.Map;

/**
 * A run to be made up.
 *
 * @param name what it is called
 * @param user who ran it
 * @param age how long ago it started
 * @param length how long it took, or has taken so far
 * @param steps how many steps its metrics have
 * @param status how it ended
 * @param parameters what it was given
 * @param curves how its metrics developed
 */
record Trial(
    String name,
    String user,
    Duration age,
    Duration length,
    int steps,
    RunStatus status,
    Map<String, String> parameters,
    Map<String, LearningCurve> curves) {}
