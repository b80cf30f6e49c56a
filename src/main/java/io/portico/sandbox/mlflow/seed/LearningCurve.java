package io.portico.sandbox.mlflow.seed;

import java.util.Random;
import java.util.function.IntToDoubleFunction;

/**
 * How a metric develops while a model learns: fast at first, then ever slower towards its limit.
 *
 * @param start its value at step 0
 * @param limit what it comes close to
 * @param pace how many steps take it two thirds of the way
 * @param noise how far it strays
 */
record LearningCurve(double start, double limit, double pace, double noise) {

  /** The value at each step, straying as that source of chance says. */
  IntToDoubleFunction with(Random chance) {
    return step -> {
      double ideal = limit + (start - limit) * Math.exp(-step / pace);
      return Math.round((ideal + chance.nextGaussian() * noise) * 1e5) / 1e5;
    };
  }
}
