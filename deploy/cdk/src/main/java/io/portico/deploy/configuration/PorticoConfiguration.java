package io.portico.deploy.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that a deployment is made of.
 *
 * @param name what the stacks are called, so that an account can have several
 * @param region where it runs
 * @param keepData whether the database and the load balancer resist deletion
 * @param logsKept in days
 * @param collector where traces go by OTLP; nowhere if empty
 * @param properties more properties of the portal
 */
public record PorticoConfiguration(
    String name,
    String region,
    boolean keepData,
    int logsKept,
    Portal portal,
    Optional<Mlflow> mlflow,
    Optional<ApiDocumentation> apiDocumentation,
    SignIn signIn,
    Optional<HostedZone> hostedZone,
    Network network,
    Entrance entrance,
    Optional<Cdn> cdn,
    Image image,
    Size size,
    Database database,
    Alarms alarms,
    Optional<String> collector,
    Map<String, String> properties) {
  /** What CloudWatch can keep logs for. */
  private static final Set<Integer> LOGS_KEPT =
      Set.of(30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2557, 3653);

  private static final YAMLFactory FACTORY =
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** A second document in the file would be passed over in silence. */
  private static final ObjectMapper YAML =
      new ObjectMapper(FACTORY).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Those that a load balancer and a certificate must know. */
  public List<String> hosts() {
    return mlflow.map(m -> List.of(portal.host(), m.host())).orElse(List.of(portal.host()));
  }

  /** Tracking servers and Apps; may be none. */
  public List<TrackingServer> servers() {
    return mlflow.map(Mlflow::servers).orElse(List.of());
  }

  /** Whether people reach the load balancer from the internet without CloudFront. */
  public boolean internetFacing() {
    return entrance.internetFacing() && cdn.isEmpty();
  }

  /**
   * @throws MistakenConfiguration naming everything that has to be corrected
   */
  public static PorticoConfiguration parse(String yaml) {
    List<Mistake> mistakes = new ArrayList<>();
    Section root = Section.root(tree(yaml), mistakes);
    PorticoConfiguration configuration = read(root);
    Whole.check(configuration, root);
    root.close();
    if (!mistakes.isEmpty()) {
      throw new MistakenConfiguration(mistakes);
    }
    return configuration;
  }

  private static JsonNode tree(String yaml) {
    try (YAMLParser parser = FACTORY.createParser(yaml)) {
      refuseReferences(parser);
      return YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new MistakenConfiguration(
          List.of(new Mistake("the file", "is no YAML: " + e.getOriginalMessage())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a tree they would be texts: the name of the anchor in the place of what it stands for. */
  private static void refuseReferences(YAMLParser parser) throws IOException {
    while (parser.nextToken() != null) {
      if (parser.isCurrentAlias()) {
        throw new MistakenConfiguration(
            List.of(
                new Mistake(
                    "the file",
                    "refers to an anchor (*) in line "
                        + parser.currentTokenLocation().getLineNr()
                        + "; write the value out")));
      }
    }
  }

  private static PorticoConfiguration read(Section root) {
    String region = root.required("region", Form.REGION);
    return new PorticoConfiguration(
        root.text("name", Form.NAME).orElse("portico"),
        region,
        root.flag("keep-data", true),
        logsKept(root),
        Portal.read(root.section("portal")),
        root.optional("mlflow", Mlflow::read),
        root.optional("api-documentation", section -> ApiDocumentation.read(section, region)),
        SignIn.read(root.section("sign-in")),
        root.optional("hosted-zone", HostedZone::read),
        Network.read(root.section("network")),
        Entrance.read(root.section("load-balancer")),
        root.optional("cdn", Cdn::read),
        Image.read(root.section("image")),
        Size.read(root.section("size")),
        Database.read(root.section("database")),
        Alarms.read(root.section("alarms")),
        root.text("collector", Form.COLLECTOR),
        MoreProperties.read(root.section("properties")));
  }

  private static int logsKept(Section root) {
    int days = root.number("logs-kept", 400, 1, 3653);
    if (!LOGS_KEPT.contains(days)) {
      root.mistake(
          "logs-kept",
          "CloudWatch keeps logs for " + LOGS_KEPT.stream().sorted().toList() + " days");
    }
    return days;
  }
}
