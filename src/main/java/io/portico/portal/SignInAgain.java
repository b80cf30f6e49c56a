package io.portico.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.portico.identity.FreshSignInRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.util.Optional;

/**
 * A way to a fresh sign-in and back.
 *
 * @param to the page of the portal to land on
 * @param keepsPage whether the page with this link holds what somebody entered, so that the way
 *     leads through a tab of its own
 */
public record SignInAgain(String to, boolean keepsPage) {
  static final String PATH = "/app/sign-in-again";

  /** From a page of the portal back to it. */
  public SignInAgain(String to) {
    this(to, false);
  }

  /** From the answer to a request: back to that page, or to the one whose form was sent. */
  static SignInAgain from(HttpServerRequest request, Origin portal) {
    boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    String page = reads ? request.uri() : pathOn(portal, request.getHeader("Referer"));
    return new SignInAgain(LocalPath.orHome(page).value(), !reads);
  }

  private static String pathOn(Origin portal, String address) {
    return Optional.ofNullable(address)
        .filter(page -> page.startsWith(portal + "/"))
        .map(page -> page.substring(portal.toString().length()))
        .orElse(null);
  }

  public String href() {
    return PATH + query();
  }

  /** Where the identity provider's answer is looked at. */
  String returnPath() {
    return FreshSignInRequest.PATH + query();
  }

  private String query() {
    return "?to=" + URLEncoder.encode(to, UTF_8);
  }
}
