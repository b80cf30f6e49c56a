package io.portico.sandbox.mlflow.tracking;

import io.portico.sandbox.mlflow.search.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A model with its versions, and the aliases that point at them. */
public final class RegisteredModel implements Tagged {
  private final String name;
  private final String description;
  private final Instant created;
  private final Map<String, String> tags;
  private final List<ModelVersion> versions = new ArrayList<>();
  private final Map<String, Integer> aliases = new TreeMap<>();

  RegisteredModel(String name, String description, Map<String, String> tags, Instant created) {
    this.name = name;
    this.description = description;
    this.tags = Map.copyOf(tags);
    this.created = created;
  }

  /** Adds the next version. */
  public ModelVersion register(
      String source, String runId, String note, Map<String, String> versionTags, Instant now) {
    ModelVersion version =
        new ModelVersion(name, versions.size() + 1, source, runId, note, now, versionTags);
    versions.add(version);
    return version;
  }

  /** Lets an alias point at a version. */
  public void alias(String alias, int number) {
    aliases.put(EntityName.requireKey(alias), version(number).number());
  }

  /** The version an alias points at. */
  public ModelVersion aliased(String alias) {
    Integer number = aliases.get(alias);
    if (number == null) {
      throw TrackingException.missing(
          "Registered model '" + name + "' has no alias '" + alias + "'");
    }
    return version(number);
  }

  /** The version with that number. */
  public ModelVersion version(int number) {
    if (number < 1 || number > versions.size()) {
      throw TrackingException.missing("Registered model '" + name + "' has no version " + number);
    }
    return versions.get(number - 1);
  }

  /** The version registered last. */
  public Optional<ModelVersion> latest() {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
  }

  /** The aliases of that version. */
  public List<String> aliasesOf(ModelVersion version) {
    return aliases.entrySet().stream()
        .filter(entry -> entry.getValue() == version.number())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Its name, unlike every other's. */
  public String name() {
    return name;
  }

  /** What people read about it; may be empty. */
  public String description() {
    return description;
  }

  /** When it was made. */
  public Instant created() {
    return created;
  }

  /** When its last version was added. */
  public Instant updated() {
    return latest().map(ModelVersion::created).orElse(created);
  }

  @Override
  public Map<String, String> tags() {
    return tags;
  }

  /** Its versions, oldest first. */
  public List<ModelVersion> versions() {
    return Collections.unmodifiableList(versions);
  }

  /** The numbers of versions by alias. */
  public Map<String, Integer> aliases() {
    return Collections.unmodifiableMap(aliases);
  }

  @Override
  public Optional<Value> attribute(String attribute) {
    return switch (attribute) {
      case "name" -> Value.of(name);
      case "creation_timestamp" -> Value.of(created.toEpochMilli());
      case "last_updated_timestamp" -> Value.of(updated().toEpochMilli());
      default -> Optional.empty();
    };
  }
}
