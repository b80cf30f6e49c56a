package io.portico.portal;

import java.time.Instant;
import java.util.Optional;

/**
 * What is answered when something fails: a problem, and what is to say of it this time.
 *
 * @param status the problem's own, except for statuses that have no type
 * @param advice what to do now
 * @param reference stands in the log beside the cause; absent where nothing went wrong on our side
 * @param signInAgain where a fresh sign-in helps
 */
public record ErrorPage(
    Problem problem,
    int status,
    String advice,
    Optional<String> reference,
    Optional<SignInAgain> signInAgain) {

  public ErrorPage(Problem problem, String advice) {
    this(problem, advice, Optional.empty(), Optional.empty());
  }

  public ErrorPage(Problem problem, String advice, String reference) {
    this(problem, advice, Optional.of(reference), Optional.empty());
  }

  private ErrorPage(
      Problem problem,
      String advice,
      Optional<String> reference,
      Optional<SignInAgain> signInAgain) {
    this(problem, problem.status(), advice, reference, signInAgain);
  }

  /** What happened, in a few words. */
  public String title() {
    return problem.title();
  }

  /**
   * A problem.
   *
   * @param said what has happened this time
   */
  public static ErrorPage of(Problem problem, String said) {
    return new ErrorPage(problem, said + " " + problem.advice());
  }

  /** One of which there is nothing more to say. */
  public static ErrorPage of(Problem problem) {
    return of(problem, problem.meaning());
  }

  /**
   * For a status that came without a word. One that has no type is told as the first of its class,
   * for which whoever does not know it has to take it (RFC 9110, 15).
   *
   * @param status 400 or more
   */
  static ErrorPage of(int status) {
    return switch (status) {
      case 403 -> forbidden(Optional.empty());
      case 404 -> notFound();
      case 405 -> of(Problem.METHOD_NOT_ALLOWED);
      case 406 -> of(Problem.NOT_ACCEPTABLE);
      case 413 -> of(Problem.TOO_LARGE);
      case 415 -> of(Problem.UNSUPPORTED_MEDIA_TYPE);
      default -> of(status < 500 ? Problem.BAD_REQUEST : Problem.INTERNAL_ERROR).as(status);
    };
  }

  private ErrorPage as(int other) {
    return new ErrorPage(problem, other, advice, reference, signInAgain);
  }

  public static ErrorPage badRequest(String why) {
    return new ErrorPage(Problem.BAD_REQUEST, why);
  }

  static ErrorPage foreignOrigin() {
    return new ErrorPage(
        Problem.FOREIGN_ORIGIN,
        "Nothing was changed. Open the page in the portal and try again from there.");
  }

  static ErrorPage sessionEnded() {
    return new ErrorPage(Problem.SESSION_ENDED, "Reload the page to sign in again.");
  }

  static ErrorPage signInFailed() {
    return new ErrorPage(
        Problem.SIGN_IN_FAILED,
        "Nothing was lost. Start again from the home page; if it fails again, ask the people who run"
            + " this portal.");
  }

  static ErrorPage staleSignIn(Optional<Instant> signedInAt, Instant now, SignInAgain way) {
    String after =
        way.keepsPage()
            ? "Sign in in the new tab, come back here and reload this page: your browser offers to"
                + " send again what you entered."
            : "Sign in again, and you come back to it.";
    return new ErrorPage(
        Problem.STALE_SIGN_IN,
        lastSignIn(signedInAt, now) + " Nothing was changed. " + after,
        Optional.empty(),
        Optional.of(way));
  }

  static ErrorPage notAskedAnew(Optional<Instant> signedInAt, Instant now, SignInAgain way) {
    return new ErrorPage(
        Problem.SIGN_IN_NOT_FRESH,
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
        Problem.SIGN_IN_AWAY,
        "The company's identity provider does not answer. Whoever is signed in goes on working. Try"
            + " again in a minute.",
        reference);
  }

  static ErrorPage tooLarge(long limit) {
    return new ErrorPage(
        Problem.TOO_LARGE,
        "The portal takes up to %d MB at once. Nothing was changed. Go back and send less."
            .formatted(limit / 1024 / 1024));
  }

  static ErrorPage misdirected(Origin portal) {
    return new ErrorPage(Problem.MISDIRECTED, "The portal answers at " + portal + ".");
  }

  /** Also for what one may not see: its existence is nobody else's business. */
  public static ErrorPage notFound() {
    return new ErrorPage(
        Problem.NOT_FOUND,
        "The address may be wrong, or you may not have access. Start again from the home page.");
  }

  public static ErrorPage forbidden(Optional<String> contact) {
    return new ErrorPage(
        Problem.FORBIDDEN,
        "Ask for access: " + contact.orElse("the people who run this portal") + ".");
  }

  static ErrorPage databaseAway() {
    return new ErrorPage(
        Problem.DATABASE_AWAY,
        "The portal's database does not answer, so nothing was shown or changed. Tracking servers can"
            + " be opened all the same. Try again in a minute.");
  }

  public static ErrorPage failure(String reference) {
    return new ErrorPage(
        Problem.INTERNAL_ERROR,
        "Try again. If it fails again, tell the people who run this portal the reference below.",
        reference);
  }
}
