package io.portico.apidocs.publishing;

import io.portico.apidocs.Stage;
import java.util.List;
import java.util.Optional;

/**
 * The versions of an API's documentation.
 *
 * @param versions newest first
 * @param unread stages whose export cannot be read, so that what they show stays unknown
 */
public record VersionList(List<ListedVersion> versions, List<Stage> stages, List<String> unread) {
  /** By its name. */
  Optional<ListedVersion> version(String name) {
    return versions.stream().filter(version -> version.name().equals(name)).findFirst();
  }
}
