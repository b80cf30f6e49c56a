package io.portico.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * The page between an address and its sign-in, for what a redirect cannot do: it keeps the part of
 * the address behind {@code #}, which servers never see, and it stands in a frame, where identity
 * providers refuse to be shown.
 *
 * @param to where to land
 * @param framed whether the page stands in a frame
 */
public record SignInPage(String to, boolean framed) {

  /** The address that starts the sign-in. */
  public String start() {
    return "/app/sign-in?to=" + URLEncoder.encode(to, UTF_8);
  }
}
