package io.portico.agents;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A configuration that waits for nothing after a publication. */
record FixedDocumentsConfig() implements DocumentsConfig {
  @Override
  public Optional<List<String>> publicApis() {
    return Optional.empty();
  }

  @Override
  public Duration lookEvery() {
    return Duration.ofDays(1);
  }

  @Override
  public Duration lookAfter() {
    return Duration.ZERO;
  }

  @Override
  public MemorySize cache() {
    return new MemorySize(BigInteger.valueOf(1_000_000));
  }

  @Override
  public Optional<String> securityContact() {
    return Optional.empty();
  }
}
