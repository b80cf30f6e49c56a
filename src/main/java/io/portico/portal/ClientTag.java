package io.portico.portal;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/**
 * Measures programs apart from people, who come with a browser. Browsers tell so by Fetch Metadata
 * (over https, and on a developer's machine); what shows a bearer token is a program all the same.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
@Singleton
public class ClientTag implements HttpServerMetricsTagsContributor {
  private static final Tags BROWSER = Tags.of("client", "browser");
  private static final Tags PROGRAM = Tags.of("client", "program");

  @Override
  public Tags contribute(Context context) {
    return isBrowser(context.request()) ? BROWSER : PROGRAM;
  }

  private static boolean isBrowser(HttpServerRequest request) {
    return request.headers().contains("Sec-Fetch-Mode")
        && !request.headers().contains("Authorization");
  }
}
