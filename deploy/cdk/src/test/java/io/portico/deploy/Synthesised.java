package io.portico.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.portico.deploy.configuration.PorticoConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.cxapi.CloudAssembly;

/** Configurations, each made into templates once for all tests. */
enum Synthesised {
  /** What nobody can leave out. */
  SMALLEST("src/test/resources/configurations/smallest.yaml"),
  /** The committed example: everything on. */
  EVERYTHING("portico.example.yaml"),
  /** An existing VPC, database, roles and topic; nothing public. */
  EXISTING("src/test/resources/configurations/existing.yaml");

  static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  private static final Map<Synthesised, CloudAssembly> ASSEMBLIES = new ConcurrentHashMap<>();
  private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();

  private final String file;

  Synthesised(String file) {
    this.file = file;
  }

  PorticoConfiguration configuration() {
    try {
      return PorticoConfiguration.parse(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CloudAssembly assembly() {
    return ASSEMBLIES.computeIfAbsent(this, Synthesised::synthesise);
  }

  private static CloudAssembly synthesise(Synthesised which) {
    App app = PorticoApp.app(AppProps.builder().outdir("target/assemblies/" + which.name()));
    PorticoApp.build(app, which.configuration());
    return app.synth();
  }

  /** The stack's template, as the CDK's assertions take it. */
  Template data() {
    return template("-data");
  }

  Template service() {
    return template("-service");
  }

  private Template template(String end) {
    return TEMPLATES.computeIfAbsent(
        name() + end, key -> Template.fromString(json(end).toString()));
  }

  JsonNode dataJson() {
    return json("-data");
  }

  JsonNode serviceJson() {
    return json("-service");
  }

  private JsonNode json(String end) {
    return JSON.valueToTree(assembly().getStackByName(configuration().name() + end).getTemplate());
  }

  /** The resources of a type, by their logical ids. */
  static Map<String, JsonNode> resources(JsonNode template, String type) {
    Map<String, JsonNode> found = new TreeMap<>();
    template
        .path("Resources")
        .properties()
        .forEach(
            resource -> {
              if (resource.getValue().path("Type").asText().equals(type)) {
                found.put(resource.getKey(), resource.getValue().path("Properties"));
              }
            });
    return found;
  }

  static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
