package io.portico.mlflow.proxy;

import java.net.URI;
import java.util.Optional;

/** Where an upstream's redirect leads on our side: it may stay on the same tracking server only. */
final class UpstreamLocation {
  private UpstreamLocation() {}

  /**
   * @param location as the upstream wrote it
   * @param asked the upstream URL that was asked
   * @param prefix the lane's prefix of the same server, without a slash at its end
   */
  static Optional<String> onOurSide(String location, URI asked, String prefix) {
    try {
      URI target = asked.resolve(URI.create(location));
      boolean same =
          asked.getScheme().equals(target.getScheme())
              && asked.getRawAuthority().equals(target.getRawAuthority());
      String path = target.getRawPath() == null ? "" : target.getRawPath();
      String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
      return same && RequestTarget.parse(path + query).target().isPresent()
          ? Optional.of(prefix + path + query)
          : Optional.empty();
    } catch (IllegalArgumentException notAnUri) {
      return Optional.empty();
    }
  }
}
