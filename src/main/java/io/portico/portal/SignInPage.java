package io.portico.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * The page between an address and its sign-in, for what a redirect cannot do: it keeps the part of
 * the address behind {@code #}, which servers never see, and it stands in a frame, where identity
 * providers refuse to be shown.
 *
 * @param start the address that starts the sign-in
 * @param to where to land
 * @param framed whether the page stands in a frame
 */
public record SignInPage(String start, String to, boolean framed) {

  static SignInPage first(String to, boolean framed) {
    return new SignInPage("/app/sign-in?to=" + URLEncoder.encode(to, UTF_8), to, framed);
  }

  /** For somebody in a frame whose sign-in is too old. */
  static SignInPage again(String to) {
    return new SignInPage(new SignInAgain(to).href(), to, true);
  }
}
