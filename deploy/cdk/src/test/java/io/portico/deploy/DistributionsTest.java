package io.portico.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

/** CloudFront keeps what the portal calls public, and nothing more. */
class DistributionsTest {
  private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

  private final JsonNode distribution =
      Synthesised.resources(Synthesised.EVERYTHING.serviceJson(), "AWS::CloudFront::Distribution")
          .values()
          .iterator()
          .next()
          .path("DistributionConfig");

  @Test
  void isThereIfItIsAskedFor() {
    Synthesised.SMALLEST.service().resourceCountIs("AWS::CloudFront::Distribution", 0);
    Synthesised.EVERYTHING.service().resourceCountIs("AWS::CloudFront::VpcOrigin", 1);
    Synthesised.EVERYTHING
        .service()
        .hasResourceProperties(
            "AWS::CloudFront::VpcOrigin",
            Map.of(
                "VpcOriginEndpointConfig",
                Match.objectLike(Map.of("OriginProtocolPolicy", "https-only"))));
  }

  @Test
  void pagesMlflowAndWhatProgramsCallAreNeverKept() {
    assertEquals(CACHING_DISABLED, distribution.at("/DefaultCacheBehavior/CachePolicyId").asText());
    Map<String, String> policies = byPath(b -> b.path("CachePolicyId").asText());
    for (String path : List.of("/api", "/api/*", "/mcp")) {
      assertEquals(CACHING_DISABLED, policies.get(path), path);
    }
  }

  @Test
  void programsAreNotRedirected() {
    Map<String, String> protocols = byPath(b -> b.path("ViewerProtocolPolicy").asText());
    for (String path :
        List.of("/api", "/api/*", "/mcp", "/docs/*", "/.well-known/*", "/llms.txt")) {
      assertEquals("https-only", protocols.get(path), path);
    }
    assertEquals(
        "redirect-to-https",
        distribution.at("/DefaultCacheBehavior/ViewerProtocolPolicy").asText());
  }

  @Test
  void noMinimumOverridesWhatThePortalSays() {
    Synthesised.EVERYTHING
        .service()
        .allResourcesProperties(
            "AWS::CloudFront::CachePolicy",
            Map.of(
                "CachePolicyConfig",
                Match.objectLike(
                    Map.of(
                        "MinTTL",
                        0,
                        "DefaultTTL",
                        0,
                        "ParametersInCacheKeyAndForwardedToOrigin",
                        Match.objectLike(
                            Map.of(
                                "HeadersConfig",
                                Match.objectLike(
                                    Map.of("Headers", Match.arrayWith(List.of("Host"))))))))));
  }

  @Test
  void whoeverShowsATokenOrASessionHasACacheOfTheirOwn() {
    Synthesised.EVERYTHING
        .service()
        .hasResourceProperties(
            "AWS::CloudFront::CachePolicy",
            Map.of(
                "CachePolicyConfig",
                Match.objectLike(
                    Map.of(
                        "ParametersInCacheKeyAndForwardedToOrigin",
                        Match.objectLike(
                            Map.of(
                                "CookiesConfig",
                                Map.of("CookieBehavior", "all"),
                                "HeadersConfig",
                                Map.of(
                                    "HeaderBehavior",
                                    "whitelist",
                                    "Headers",
                                    List.of("Host", "Authorization"))))))));
  }

  @Test
  void nobodySeesTheRefusalOfAnother() {
    distribution
        .path("CustomErrorResponses")
        .forEach(error -> assertEquals(0, error.path("ErrorCachingMinTTL").asInt(-1)));
    assertEquals(11, distribution.path("CustomErrorResponses").size());
  }

  @Test
  void everyRequestNamesItsViewer() {
    byPath(b -> b.at("/FunctionAssociations/0/EventType").asText())
        .values()
        .forEach(event -> assertEquals("viewer-request", event));
    assertTrue(
        Synthesised.resources(Synthesised.EVERYTHING.serviceJson(), "AWS::CloudFront::Function")
            .values()
            .iterator()
            .next()
            .path("FunctionCode")
            .asText()
            .contains("headers['x-portico-viewer'] = { value: event.viewer.ip }"));
  }

  private Map<String, String> byPath(Function<JsonNode, String> reading) {
    Map<String, String> all = new TreeMap<>();
    distribution
        .path("CacheBehaviors")
        .forEach(b -> all.put(b.path("PathPattern").asText(), reading.apply(b)));
    assertEquals(7, all.size());
    return all;
  }
}
