package io.portico.agents.tools;

import io.portico.agents.PathSegment;
import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.DocumentationRole;
import io.portico.apidocs.RestApi;
import io.portico.apidocs.RestApis;
import io.portico.portal.Portal;
import jakarta.enterprise.context.ApplicationScoped;

/** What callers may do with the drafts of APIs, and the addresses of their pages. */
@ApplicationScoped
class DocumentationRoles {
  private final RestApis apis;
  private final Portal portal;

  DocumentationRoles(RestApis apis, Portal portal) {
    this.apis = apis;
    this.portal = portal;
  }

  /**
   * An API that the caller has a role on.
   *
   * @throws ToolRefusal if there is none
   */
  ApiAccess access(Visit visit, String id) {
    return apis.find(id)
        .flatMap(
            api -> apis.role(visit.caller().groups(), api).map(role -> new ApiAccess(api, role)))
        .orElseThrow(
            () ->
                ToolRefusal.denied("There is no API '%s' whose draft you may see.".formatted(id)));
  }

  /** Whether the caller has at least that role on some API; asks nobody. */
  boolean isHeldAnywhere(Visit visit, DocumentationRole role) {
    return apis.isHeld(visit.caller().groups(), role);
  }

  /** The page of an API's draft. */
  String page(RestApi api) {
    return portal.origin().resolve("/app/apis/" + PathSegment.encoded(api.id())).toString();
  }
}
