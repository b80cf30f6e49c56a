package io.portico.apidocs;

import io.portico.identity.SignedIn;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;

/** Lets the person who asks get at an API's documentation, as far as their role on it reaches. */
@ApplicationScoped
public class Admission {
  private final SignedIn signedIn;
  private final RestApis apis;

  Admission(SignedIn signedIn, RestApis apis) {
    this.signedIn = signedIn;
    this.apis = apis;
  }

  /**
   * For everybody who has a role on it.
   *
   * @throws NotFoundException if the person has none
   */
  public ApiAccess of(String api) {
    return apis.of(signedIn.person(), api).orElseThrow(NotFoundException::new);
  }

  /**
   * For those who have at least that role on it.
   *
   * @throws NotFoundException if the person has none
   * @throws ForbiddenException if it does not reach so far
   */
  public ApiAccess of(String api, DocumentationRole needed) {
    ApiAccess access = of(api);
    if (!access.role().includes(needed)) {
      throw new ForbiddenException();
    }
    return access;
  }
}
