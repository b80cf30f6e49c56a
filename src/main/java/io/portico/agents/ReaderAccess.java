package io.portico.agents;

import io.portico.apidocs.RestApi;
import io.portico.apidocs.RestApis;
import io.portico.database.DatabaseUnavailable;
import io.portico.portal.Problem;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who may read what. An API is public, or for whoever has a role on it, whatever the role; how far
 * a portal token goes at MLflow does not matter, for nothing can be changed here.
 */
@ApplicationScoped
class ReaderAccess {
  private final Shelf shelf;
  private final PublicApis publicApis;
  private final RestApis roles;
  private final Readers readers;

  /**
   * An API that a reader may read.
   *
   * @param isPublic whether anybody may
   */
  record Readable(DocumentedApi api, boolean isPublic) {}

  ReaderAccess(Shelf shelf, PublicApis publicApis, RestApis roles, Readers readers) {
    this.shelf = shelf;
    this.publicApis = publicApis;
    this.roles = roles;
    this.readers = readers;
  }

  /**
   * An API, if whoever asks may read it. What is public asks for nobody's name.
   *
   * @param id empty for an address that can be no API's
   * @throws UnauthorizedException for those of whom nobody knows who they are
   * @throws Refused otherwise, and without a word on whether there is such an API
   */
  Readable readable(RoutingContext context, Optional<String> id) {
    Optional<DocumentedApi> api = known(() -> id.flatMap(shelf::api));
    if (api.filter(known -> isPublic(known.api())).isPresent()) {
      return new Readable(api.get(), true);
    }
    Reader reader = readers.of(context);
    if (reader.isAnybody()) {
      throw new UnauthorizedException();
    }
    return api.filter(known -> hasRole(reader, known.api()))
        .map(known -> new Readable(known, false))
        .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  /** All that a reader may read, by name. */
  List<DocumentedApi> readable(Reader reader) {
    return known(shelf::apis).stream()
        .filter(known -> isPublic(known.api()) || hasRole(reader, known.api()))
        .toList();
  }

  private boolean isPublic(RestApi api) {
    return publicApis.include(api);
  }

  private boolean hasRole(Reader reader, RestApi api) {
    return reader.groups().flatMap(groups -> roles.role(groups, api)).isPresent();
  }

  /** From memory or from PostgreSQL. */
  static <T> T known(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (DatabaseUnavailable away) {
      throw new Refused(Problem.DATABASE_AWAY);
    }
  }
}
