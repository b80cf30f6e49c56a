package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiGatewayFailure.Kind;
import io.portico.apidocs.DocumentationVersion;
import io.portico.apidocs.Draft;
import io.portico.apidocs.Gateway;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import io.portico.apidocs.RestApi;
import io.portico.apidocs.openapi.DocumentationFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An API at an API Gateway that does what it is told, call by call. */
final class FakeApi implements PublishedApi {
  final RestApi api =
      new RestApi("pub" + UUID.randomUUID().toString().substring(0, 7), "pub", "", Map.of());
  final Map<String, DocumentationVersion> versions = new LinkedHashMap<>();
  final Map<String, String> shown = new LinkedHashMap<>();
  final List<String> made = new ArrayList<>();
  final Deque<Kind> failuresOfCreation = new ArrayDeque<>();
  final Deque<Kind> failuresOfShowing = new ArrayDeque<>();
  Map<Location, Properties> draft = saying("draft");
  boolean losesAnswers;
  private final Map<String, Map<Location, Properties>> contents = new LinkedHashMap<>();

  static Map<Location, Properties> saying(String words) {
    return Map.of(
        Location.api(), Properties.parse("{\"info\":{\"description\":\"%s\"}}".formatted(words)));
  }

  @Override
  public String id() {
    return api.id();
  }

  @Override
  public Draft draft() {
    return Gateway.draft(api, draft);
  }

  @Override
  public Optional<DocumentationVersion> version(String name) {
    return Optional.ofNullable(versions.get(name));
  }

  @Override
  public DocumentationVersion create(String version, String note) {
    Optional<Kind> failure = Optional.ofNullable(failuresOfCreation.poll());
    failure
        .filter(kind -> kind != Kind.AWAY || !losesAnswers)
        .ifPresent(
            kind -> {
              throw Gateway.failure(kind, "No");
            });
    if (versions.containsKey(version)) {
      throw Gateway.failure(Kind.CONFLICT, "Documentation version already exists");
    }
    DocumentationVersion created = foreign(version, note);
    made.add(version);
    if (failure.isPresent()) {
      throw Gateway.failure(failure.get(), "No answer");
    }
    return created;
  }

  /** Made by whom it may be. */
  DocumentationVersion foreign(String version, String note) {
    DocumentationVersion created =
        new DocumentationVersion(version, note, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    versions.put(version, created);
    contents.put(version, draft);
    return created;
  }

  @Override
  public void show(String stage, String version) {
    Kind failure = failuresOfShowing.poll();
    if (failure != null) {
      throw Gateway.failure(failure, "No");
    }
    shown.put(stage, version);
  }

  @Override
  public byte[] export(String stage) {
    String version = shown.get(stage);
    String file = new DocumentationFile("pub", "1", contents.get(version)).json();
    return file.replace(
            "\"documentationParts\"",
            "\"version\":\"%s\",\"documentationParts\"".formatted(version))
        .getBytes(StandardCharsets.UTF_8);
  }
}
