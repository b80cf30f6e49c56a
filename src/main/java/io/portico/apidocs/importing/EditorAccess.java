package io.portico.apidocs.importing;

import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.RestApis;
import io.portico.identity.Person;
import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.NotFoundException;

/** Who may import: imports show what a draft was, and change it. */
final class EditorAccess {
  private EditorAccess() {}

  /**
   * @throws NotFoundException if the person has no role on the API
   * @throws ForbiddenException if the role does not change drafts
   */
  static ApiAccess of(RestApis apis, Person person, String api) {
    ApiAccess access = apis.of(person, api).orElseThrow(NotFoundException::new);
    if (!access.mayEdit()) {
      throw new ForbiddenException();
    }
    return access;
  }
}
