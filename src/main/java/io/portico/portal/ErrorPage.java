package io.portico.portal;

import java.time.Instant;
import java.util.Optional;

/**
 * What a person is told when something fails.
 *
 * @param title what happened, in a few words
 * @param advice what to do now
 * @param reference stands in the log beside the cause; absent where nothing went wrong on our side
 * @param signInAgain where a fresh sign-in helps
 */
public record ErrorPage(
    int status,
    String title,
    String advice,
    Optional<String> reference,
    Optional<SignInAgain> signInAgain) {

  public ErrorPage(int status, String title, String advice, Optional<String> reference) {
    this(status, title, advice, reference, Optional.empty());
  }

  public static ErrorPage badRequest(String why) {
    return new ErrorPage(400, "This request cannot be understood", why, Optional.empty());
  }

  static ErrorPage foreignOrigin() {
    return new ErrorPage(
        403,
        "This change came from another site",
        "Nothing was changed. Open the page in the portal and try again from there.",
        Optional.empty());
  }

  static ErrorPage sessionEnded() {
    return new ErrorPage(
        401, "Your session has ended", "Reload the page to sign in again.", Optional.empty());
  }

  static ErrorPage signInFailed() {
    return new ErrorPage(
        401,
        "The sign-in did not succeed",
        "Nothing was lost. Start again from the home page; if it fails again, ask the people who run"
            + " this portal.",
        Optional.empty());
  }

  static ErrorPage staleSignIn(Optional<Instant> signedInAt, Instant now, SignInAgain way) {
    String after =
        way.keepsPage()
            ? "Sign in in the new tab, come back here and reload this page: your browser offers to"
                + " send again what you entered."
            : "Sign in again, and you come back to it.";
    return new ErrorPage(
        403,
        "This takes a fresh sign-in",
        lastSignIn(signedInAt, now) + " Nothing was changed. " + after,
        Optional.empty(),
        Optional.of(way));
  }

  static ErrorPage notAskedAnew(Optional<Instant> signedInAt, Instant now, SignInAgain way) {
    return new ErrorPage(
        403,
        "This was no fresh sign-in",
        lastSignIn(signedInAt, now)
            + " If you have just signed in, tell the people who run this portal: what takes a fresh"
            + " sign-in stays closed until they have looked into it.",
        Optional.empty(),
        Optional.of(way));
  }

  private static String lastSignIn(Optional<Instant> signedInAt, Instant now) {
    return signedInAt
        .filter(at -> !at.isAfter(now))
        .map(at -> new Moment(at, now))
        .map(
            moment ->
                "The identity provider says that you last signed in %s, at %s. That is too long ago."
                    .formatted(moment.relative(), moment.exact()))
        .orElse("The identity provider does not say when you signed in.");
  }

  static ErrorPage signInAway(String reference) {
    return new ErrorPage(
        503,
        "Nobody can sign in at the moment",
        "The company's identity provider does not answer. Whoever is signed in goes on working. Try"
            + " again in a minute.",
        Optional.of(reference));
  }

  static ErrorPage tooLarge(long limit) {
    return new ErrorPage(
        413,
        "This is too large",
        "The portal takes up to %d MB at once. Nothing was changed. Go back and send less."
            .formatted(limit / 1024 / 1024),
        Optional.empty());
  }

  static ErrorPage misdirected(Origin portal) {
    return new ErrorPage(
        421,
        "This is not the portal's address",
        "The portal answers at " + portal + ".",
        Optional.empty());
  }

  /** Also for what one may not see: its existence is nobody else's business. */
  public static ErrorPage notFound() {
    return new ErrorPage(
        404,
        "There is nothing here for you",
        "The address may be wrong, or you may not have access. Start again from the home page.",
        Optional.empty());
  }

  public static ErrorPage forbidden(Optional<String> contact) {
    return new ErrorPage(
        403,
        "You may not do this",
        "Ask for access: " + contact.orElse("the people who run this portal") + ".",
        Optional.empty());
  }

  static ErrorPage databaseAway() {
    return new ErrorPage(
        503,
        "This does not work at the moment",
        "The portal's database does not answer, so nothing was shown or changed. Tracking servers can"
            + " be opened all the same. Try again in a minute.",
        Optional.empty());
  }

  public static ErrorPage failure(String reference) {
    return new ErrorPage(
        500,
        "Something went wrong on our side",
        "Try again. If it fails again, tell the people who run this portal the reference below.",
        Optional.of(reference));
  }

  public static ErrorPage of(int status) {
    return new ErrorPage(
        status,
        "This did not work",
        "Nothing was changed (status " + status + "). Go back, reload the page and try again.",
        Optional.empty());
  }
}
