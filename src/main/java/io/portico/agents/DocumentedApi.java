package io.portico.agents;

import io.portico.agents.DocumentAddress.Kind;
import io.portico.apidocs.RestApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An API of which documents are kept. */
record DocumentedApi(RestApi api, Map<String, Edition> stages, Map<String, Edition> versions) {

  /**
   * Sorts what is kept of it.
   *
   * @param editions in the order they were made
   */
  static DocumentedApi of(RestApi api, List<Edition> editions) {
    Map<String, Edition> stages = new TreeMap<>();
    Map<String, Edition> versions = new TreeMap<>();
    for (Edition edition : editions) {
      if (edition.current()) {
        stages.put(edition.stage(), edition);
      }
      // The first one stays, so that a version's address goes on saying what it said; unless the
      // version was deleted and made again.
      versions.merge(edition.version(), edition, DocumentedApi::lasting);
    }
    return new DocumentedApi(api, stages, versions);
  }

  private static Edition lasting(Edition first, Edition later) {
    return first.versionCreated().equals(later.versionCreated()) ? first : later;
  }

  Optional<Edition> edition(DocumentAddress address) {
    Map<String, Edition> editions = address.kind() == Kind.STAGE ? stages : versions;
    return Optional.ofNullable(editions.get(address.name()));
  }
}
