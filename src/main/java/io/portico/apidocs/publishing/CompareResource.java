package io.portico.apidocs.publishing;

import io.portico.apidocs.Admission;
import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.Comparison;
import io.portico.apidocs.Stage;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** Shows how draft, stages and versions differ. */
@Path("/app/apis/{api}/compare")
@Authenticated
@Blocking
public class CompareResource {
  private static final int UNPROCESSABLE = 422;

  private final Admission admission;
  private final Versions versions;
  private final KnownSides sides;

  CompareResource(Admission admission, Versions versions, KnownSides sides) {
    this.admission = admission;
    this.versions = versions;
    this.sides = sides;
  }

  @GET
  public Response compare(@RestPath String api, @BeanParam CompareForm form) {
    ApiAccess access = admission.of(api);
    VersionList list = versions.of(access.api());
    try {
      SidePair pair =
          new SidePair(
              side(form.from()).orElseGet(() -> published(list)),
              side(form.to()).orElse(Side.DRAFT));
      return Response.ok(page(access, form, list, pair, Optional.empty())).build();
    } catch (InvalidSide e) {
      SidePair usual = new SidePair(published(list), Side.DRAFT);
      return Response.status(UNPROCESSABLE)
          .entity(page(access, form, list, usual, Optional.of(e.getMessage())))
          .build();
    }
  }

  private TemplateInstance page(
      ApiAccess access,
      CompareForm form,
      VersionList list,
      SidePair pair,
      Optional<String> problem) {
    KnownSide from = sides.of(access.api(), pair.from(), list);
    KnownSide to = sides.of(access.api(), pair.to(), list);
    return VersionTemplates.compare(
        new ComparePage(access, form, problem, list, from, to, differences(from, to, form)));
  }

  private static Optional<Side> side(String typed) {
    return Optional.ofNullable(typed).filter(text -> !text.isEmpty()).map(Side::parse);
  }

  /** What somebody who asks for no side wants to know first: what has changed since. */
  private static Side published(VersionList list) {
    return list.stages().stream()
        .filter(stage -> stage.documentationVersion().isPresent())
        .map(Stage::name)
        .map(Side::stage)
        .findFirst()
        .or(() -> list.versions().stream().map(ListedVersion::name).map(Side::version).findFirst())
        .or(() -> list.stages().stream().map(Stage::name).map(Side::stage).findFirst())
        .orElse(Side.DRAFT);
  }

  private static Optional<Differences> differences(KnownSide from, KnownSide to, CompareForm form) {
    return from.snapshot()
        .flatMap(before -> to.snapshot().map(after -> Comparison.of(before.parts(), after.parts())))
        .map(comparison -> Differences.of(comparison, form));
  }
}
