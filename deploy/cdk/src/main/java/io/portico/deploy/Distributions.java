package io.portico.deploy;

import io.portico.deploy.configuration.Cdn;
import io.portico.deploy.configuration.PorticoConfiguration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CacheCookieBehavior;
import software.amazon.awscdk.services.cloudfront.CacheHeaderBehavior;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.CacheQueryStringBehavior;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.ErrorResponse;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.IOriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestHeaderBehavior;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.VpcOrigin;
import software.amazon.awscdk.services.cloudfront.origins.VpcOriginWithEndpointProps;
import software.amazon.awscdk.services.s3.ObjectOwnership;

/**
 * CloudFront, before an internal load balancer that takes nobody else. It keeps what the portal
 * calls public and nothing more: docs/decisions/0025.
 */
final class Distributions {
  /** Names the viewer's address to the firewall; a viewer's own header of that name is lost. */
  static final String VIEWER = "x-portico-viewer";

  /** The longest that a quota allows without being asked for more. */
  private static final Duration READ = Duration.seconds(60);

  private static final Duration KEEP_ALIVE = Duration.seconds(60);
  private static final Duration NONE = Duration.seconds(0);
  private static final List<Integer> ERRORS =
      List.of(400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504);

  private final ServiceStack stack;
  private final IOrigin origin;
  private final List<FunctionAssociation> viewer;
  final Distribution distribution;

  Distributions(
      ServiceStack stack, PorticoConfiguration configuration, Cdn cdn, LoadBalancer balancer) {
    this.stack = stack;
    origin =
        VpcOrigin.withApplicationLoadBalancer(
            balancer.balancer,
            VpcOriginWithEndpointProps.builder()
                .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                .readTimeout(READ)
                .keepaliveTimeout(KEEP_ALIVE)
                .build());
    viewer =
        List.of(
            FunctionAssociation.builder()
                .eventType(FunctionEventType.VIEWER_REQUEST)
                .function(viewerFunction())
                .build());
    distribution =
        Distribution.Builder.create(stack, "Distribution")
            .comment("Portico")
            .domainNames(configuration.hosts())
            .certificate(
                Certificate.fromCertificateArn(stack, "CdnCertificate", cdn.certificateArn()))
            .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
            .httpVersion(HttpVersion.HTTP2_AND_3)
            .webAclId(cdn.webAclArn().orElse(null))
            .defaultBehavior(uncached(ViewerProtocolPolicy.REDIRECT_TO_HTTPS))
            .additionalBehaviors(behaviors())
            .errorResponses(ERRORS.stream().map(Distributions::notKept).toList())
            .enableLogging(true)
            .logBucket(
                Logs.bucket(
                    stack, "CdnLogs", configuration, ObjectOwnership.BUCKET_OWNER_PREFERRED))
            .logIncludesCookies(false)
            .build();
    Accepted.finding(distribution, "CFR1", "Who may come from where is the sign-in's to decide");
    Accepted.finding(
        distribution, "CFR2", "The firewall is on the load balancer, behind which nothing passes");
  }

  private Map<String, BehaviorOptions> behaviors() {
    Map<String, BehaviorOptions> behaviors = new LinkedHashMap<>();
    // A redirected POST has shown its token already.
    Stream.of("/api", "/api/*", "/mcp")
        .forEach(path -> behaviors.put(path, uncached(ViewerProtocolPolicy.HTTPS_ONLY)));
    BehaviorOptions documents =
        behavior(documentsPolicy(), documentsForward())
            .allowedMethods(AllowedMethods.ALLOW_GET_HEAD_OPTIONS)
            .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
            .compress(true)
            .build();
    Stream.of("/docs/*", "/.well-known/*", "/llms.txt")
        .forEach(path -> behaviors.put(path, documents));
    behaviors.put(
        "/static/*",
        behavior(
                policy("Static").headerBehavior(CacheHeaderBehavior.allowList("Host")).build(),
                null)
            .allowedMethods(AllowedMethods.ALLOW_GET_HEAD)
            .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
            .compress(true)
            .build());
    return behaviors;
  }

  private BehaviorOptions uncached(ViewerProtocolPolicy protocol) {
    return behavior(CachePolicy.CACHING_DISABLED, OriginRequestPolicy.ALL_VIEWER)
        .allowedMethods(AllowedMethods.ALLOW_ALL)
        .viewerProtocolPolicy(protocol)
        .compress(false)
        .build();
  }

  private BehaviorOptions.Builder behavior(
      software.amazon.awscdk.services.cloudfront.ICachePolicy cache, IOriginRequestPolicy forward) {
    return BehaviorOptions.builder()
        .origin(origin)
        .cachePolicy(cache)
        .originRequestPolicy(forward)
        .functionAssociations(viewer);
  }

  /**
   * Whoever shows who they are has a cache of their own: catalogues tell what the asker may read.
   */
  private CachePolicy documentsPolicy() {
    return policy("Documents")
        .headerBehavior(CacheHeaderBehavior.allowList("Host", "Authorization"))
        .cookieBehavior(CacheCookieBehavior.all())
        .build();
  }

  /** What only redirects and refusals depend on, which are never kept. */
  private OriginRequestPolicy documentsForward() {
    return OriginRequestPolicy.Builder.create(stack, "DocumentsForward")
        .comment("Portico: documents")
        .headerBehavior(OriginRequestHeaderBehavior.allowList(VIEWER, "Accept", "Sec-Fetch-Mode"))
        .build();
  }

  /** With a minimum above zero CloudFront would keep even what says no-store. */
  private CachePolicy.Builder policy(String id) {
    return CachePolicy.Builder.create(stack, id + "Cache")
        .comment("Portico: " + id)
        .minTtl(NONE)
        .defaultTtl(NONE)
        .maxTtl(Duration.days(365))
        .queryStringBehavior(CacheQueryStringBehavior.none())
        .enableAcceptEncodingGzip(true)
        .enableAcceptEncodingBrotli(true);
  }

  /**
   * CloudFront keeps errors by path alone, also one person's refusal on a path that is not kept.
   */
  private static ErrorResponse notKept(int status) {
    return ErrorResponse.builder().httpStatus(status).ttl(NONE).build();
  }

  private Function viewerFunction() {
    return Function.Builder.create(stack, "Viewer")
        .comment("Portico: names the viewer's address to the firewall")
        .runtime(FunctionRuntime.JS_2_0)
        .code(
            FunctionCode.fromInline(
                """
                function handler(event) {
                  event.request.headers['%s'] = { value: event.viewer.ip };
                  return event.request;
                }
                """
                    .formatted(VIEWER)))
        .build();
  }
}
