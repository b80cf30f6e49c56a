package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The APIs that are there at first, from the files in {@code sandbox/apigateway}. */
final class Seeds {
  private static final JsonSetter.Value ABSENT_IS_EMPTY =
      JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .withConfigOverride(String.class, type -> type.setSetterInfo(ABSENT_IS_EMPTY))
          .withConfigOverride(List.class, type -> type.setSetterInfo(ABSENT_IS_EMPTY))
          .withConfigOverride(Map.class, type -> type.setSetterInfo(ABSENT_IS_EMPTY))
          .build();

  private Seeds() {}

  /** What a file holds. */
  private record Seed(ApiDefinition api, List<SeedStage> stages, List<Chapter> documentation) {}

  private record SeedStage(String name, String description, String deploymentId, Instant created) {}

  /**
   * What was written until a version was made of it.
   *
   * @param version empty when none has been made yet
   * @param stages which stages bear that version
   */
  private record Chapter(
      String version,
      String description,
      Instant created,
      List<String> stages,
      List<SeedPart> parts) {}

  private record SeedPart(ObjectNode location, ObjectNode properties) {}

  static List<RestApi> plant() {
    return Stream.of("ordersapi1", "loyaltyap1").map(Seeds::api).toList();
  }

  private static RestApi api(String id) {
    Seed seed = read(id);
    RestApi api = new RestApi(seed.api, seed.stages.stream().map(Seeds::stage).toList());
    seed.documentation.forEach(chapter -> write(chapter, api));
    return api;
  }

  private static Stage stage(SeedStage stage) {
    return new Stage(
        stage.name,
        stage.description,
        stage.deploymentId,
        stage.created,
        stage.created,
        Optional.empty());
  }

  private static void write(Chapter chapter, RestApi api) {
    Map<PartLocation, ObjectNode> parts = new LinkedHashMap<>();
    chapter.parts.forEach(
        part -> parts.put(LocationReader.read(part.location, "location.type"), part.properties));
    api.parts().merge(parts);
    if (!chapter.version.isEmpty()) {
      api.publish(chapter.version, chapter.description, Optional.empty(), chapter.created);
      chapter.stages.forEach(stage -> api.show(chapter.version, stage, chapter.created));
    }
  }

  private static Seed read(String id) {
    String name = "sandbox/apigateway/" + id + ".json";
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
      return MAPPER.readValue(file, Seed.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
