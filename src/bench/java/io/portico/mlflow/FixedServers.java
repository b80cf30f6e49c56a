package io.portico.mlflow;

import io.portico.aws.AwsConfig;
import io.portico.portal.Portal;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** A configuration of tracking servers with nothing in it but the origin of MLflow's UI. */
public final class FixedServers {
  private FixedServers() {}

  public static TrackingServers on(String origin, Portal portal) {
    var config =
        new SmallRyeConfigBuilder()
            .withSources(
                new PropertiesConfigSource(Map.of("portico.mlflow.origin", origin), "fixed", 1))
            .addDiscoveredConverters()
            .withMapping(MlflowConfig.class)
            .withMapping(AwsConfig.class)
            .build();
    return new TrackingServers(
        config.getConfigMapping(MlflowConfig.class),
        config.getConfigMapping(AwsConfig.class),
        portal);
  }
}
