package io.portico.agents.tools;

import io.portico.agents.PathSegment;
import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.DocumentationGrant;
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

  /**
   * An API whose draft the caller may propose something for.
   *
   * @throws ToolRefusal if there is none
   */
  RestApi editable(Visit visit, String id) {
    ApiAccess access = access(visit, id);
    if (!access.mayEdit()) {
      throw ToolRefusal.forbidden(
          "You may read this draft, and editors of the API propose. Ask for the role editor.");
    }
    if (!isGranted(visit)) {
      throw ToolRefusal.forbidden(
          "This token is not for proposals. Make one that is, in the portal under Connect.");
    }
    return access.api();
  }

  private static boolean isGranted(Visit visit) {
    return DocumentationGrant.includes(visit.caller(), DocumentationRole.EDITOR);
  }

  /** Whether the caller may read some API's draft; asks nobody. */
  boolean mayRead(Visit visit) {
    return apis.isHeld(visit.caller().groups(), DocumentationRole.VIEWER);
  }

  /** Whether the caller may propose something for some API's draft; asks nobody. */
  boolean mayPropose(Visit visit) {
    return isGranted(visit) && apis.isHeld(visit.caller().groups(), DocumentationRole.EDITOR);
  }

  /** The page of an API's draft. */
  String page(RestApi api) {
    return page("/app/apis/" + PathSegment.encoded(api.id()));
  }

  /** A page of the portal. */
  String page(String path) {
    return portal.origin().resolve(path).toString();
  }
}
