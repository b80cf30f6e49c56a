package io.portico.sandbox.mlflow.tracking;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Ids and names for runs. The same start gives the same ones, so that links into the demo outlive
 * it.
 */
final class RunNames {
  private static final String[] QUALITIES = {
    "amber", "brisk", "calm", "deft", "early", "frank", "gentle", "honest", "keen", "lucid"
  };
  private static final String[] BIRDS = {
    "avocet", "bittern", "crane", "dipper", "egret", "finch", "grebe", "heron", "ibis", "jay",
    "kite"
  };

  String id(Experiment experiment, int number) {
    byte[] origin = (experiment.name() + " " + number).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(origin).toString().replace("-", "");
  }

  String name(int number) {
    return "%s-%s-%d"
        .formatted(QUALITIES[number % QUALITIES.length], BIRDS[number % BIRDS.length], number);
  }
}
