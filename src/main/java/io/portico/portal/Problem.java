package io.portico.portal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can go wrong on the portal's origin (RFC 9457). Each has a page that says what it means; its
 * address is the problem's type.
 */
public enum Problem {
  BAD_REQUEST(
      400,
      "This request cannot be understood",
      "Something about it is not as the portal or HTTP has it, so nothing was changed.",
      "Go back, reload the page and try again."),
  STALE_FORM(
      400,
      "This form is no longer valid",
      "Its hidden token does not fit the cookie of the browser, so nothing was changed.",
      "Go back, reload the page and send the form again."),
  UNKNOWN_PROTOCOL_VERSION(
      400,
      "The portal does not speak this version of the protocol",
      "The header MCP-Protocol-Version names a revision that the portal does not know.",
      "Use the revision that the portal answered to initialize, or leave the header out."),
  INVALID_IDEMPOTENCY_KEY(
      400,
      "The idempotency key cannot be kept",
      "The header Idempotency-Key came more than once, or is not 1 to 255 printable characters of"
          + " ASCII between quotation marks.",
      "Make a new UUID for each thing you want done, and send the same one when you send it again."),
  UNAUTHENTICATED(
      401,
      "This takes an access token",
      "What you asked for is not public, if it is there at all.",
      "Send a token: Authorization: Bearer <token>. People make them in the portal, under Connect;"
          + " access tokens of the company's identity provider are good as well."),
  INVALID_TOKEN(
      401,
      "The access token is not valid",
      "It is unknown, has expired, was revoked, or is meant for somebody else; the detail of the"
          + " answer says which.",
      "Make another one in the portal, under Connect, and try again with it. What is public can be"
          + " had without a token."),
  SESSION_ENDED(
      401,
      "Your session has ended",
      "A page of the portal asked for something, and nobody is signed in any more.",
      "Reload the page to sign in again."),
  SIGN_IN_FAILED(
      401,
      "The sign-in did not succeed",
      "The identity provider refused it, or what came back from there was not good.",
      "Start again from the home page; if it fails again, ask the people who run this portal."),
  FORBIDDEN(
      403,
      "You may not do this",
      "You may see it, and your role does not reach as far as this.",
      "Ask for access; the detail of the answer says whom."),
  FOREIGN_ORIGIN(
      403,
      "This came from another site",
      "The header Origin does not name the portal, which browsers send with each form of its pages."
          + " No other site may act here for its visitors.",
      "Open the page in the portal and try again from there. Programs leave the header Origin out,"
          + " and use the addresses that are made for them."),
  STALE_SIGN_IN(
      403,
      "This takes a fresh sign-in",
      "What changes much is done by people who have signed in just now.",
      "Sign in again and repeat it. In answers to scripts signIn is the address for that."),
  SIGN_IN_NOT_FRESH(
      403,
      "This was no fresh sign-in",
      "The identity provider was asked to sign you in anew, and says that it was done long ago, or"
          + " does not say when.",
      "If you have just signed in, tell the people who run this portal: what takes a fresh sign-in"
          + " stays closed until they have looked into it."),
  NOT_FOUND(
      404,
      "There is nothing here for you",
      "The address may be wrong, or you may not have access: the portal does not say which.",
      "Start again from the home page. Programs find what they may read in /llms.txt and"
          + " /.well-known/api-catalog. If something is missing there, ask for a role on the API."),
  STAGE_NOT_PUBLISHED(
      404,
      "Nothing is published on this stage",
      "The API has no stage of that name, or the stage shows no version of the documentation.",
      "Look at /llms.txt for the stages that do. What is published shows up within minutes."),
  VERSION_NOT_PUBLISHED(
      404,
      "This version is not kept",
      "Documents are made when a stage shows a version, and stay. No stage has shown this one since"
          + " the portal keeps documents, or it was deleted.",
      "Publishers can show it on a stage, and it is here within minutes."),
  DOCUMENT_NOT_FOUND(
      404,
      "There is no such document",
      "The stage or the version is there, and has no document of that name.",
      "There are openapi.json, openapi.yaml, index.md, index.html and explorer.html; index.md links"
          + " to the page of each operation."),
  API_GATEWAY_NOT_FOUND(
      404,
      "API Gateway does not have this any more",
      "Somebody has deleted it meanwhile, or it never was there.",
      "Open the API again."),
  TOOL_NOT_FOUND(
      404,
      "There is no such tool",
      "The last part of the address is the name of a tool, and none has this one.",
      "Look at /api/openapi.json for all there are."),
  METHOD_NOT_ALLOWED(
      405,
      "This cannot be done at this address",
      "The address is there and does not take this method of HTTP, so nothing was changed.",
      "Go back and use the links and forms of the page."),
  NOT_ACCEPTABLE(
      406,
      "None of the forms you accept is there",
      "The header Accept takes none of the forms that this address has.",
      "Accept another one. Published documents are there as text/markdown, text/html,"
          + " application/json and application/yaml, each with a name such as openapi.json."),
  API_GATEWAY_CONFLICT(
      409,
      "This is in conflict with what API Gateway has",
      "What was to be made is there already, or somebody else was changing it. The detail of the"
          + " answer has API Gateway's own words.",
      "Open the API again and look at what is there now."),
  STILL_UNDER_WAY(
      409,
      "The first attempt is under way",
      "The same request with the same idempotency key is being worked on. Nothing was done now.",
      "Try again in some seconds, with the same key: the answer of the first attempt comes then."),
  MESSAGE_TOO_LARGE(
      413,
      "The message is too large",
      "No call of a tool needs more than 512 KiB.",
      "Send less at once."),
  TOO_LARGE(
      413,
      "This is too large",
      "What was sent is more than the portal takes at once. Nothing was changed.",
      "Go back and send less."),
  NOT_JSON(
      415,
      "This takes JSON",
      "The header Content-Type is not application/json in UTF-8, or the body is compressed.",
      "Send Content-Type: application/json, and the JSON as it is."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "This form is of another kind",
      "The address takes forms, and none of the type that the header Content-Type names.",
      "Send the form from the portal's own page."),
  MISDIRECTED(
      421,
      "This is not the portal's address",
      "The header Host does not name the portal.",
      "Use the portal's own address; the detail of the answer has it."),
  API_GATEWAY_REFUSED(
      422,
      "API Gateway did not accept this",
      "It does not take what was sent, or a quota is reached. The detail of the answer has its own"
          + " words. Nothing was changed.",
      "Change what it names, and send it again."),
  INVALID_ARGUMENTS(
      422,
      "The arguments do not fit",
      "They are not what the tool's schema says; the detail of the answer names the place.",
      "Compare them with the schema of the tool, in /api/openapi.json or by tools/list."),
  TOOL_REFUSED(
      422,
      "The tool does not do this",
      "What was asked for makes no sense to the tool, or to MLflow. The detail of the answer says"
          + " why, and what to ask for instead.",
      "Ask again as the detail says."),
  IDEMPOTENCY_KEY_USED(
      422,
      "This idempotency key was used for something else",
      "The same key came within a day with another body or for another tool. Nothing was done now.",
      "Make a new key for what is new; send the body of before to get the answer of before."),
  INVALID_LOCATION(
      422,
      "There is no such place",
      "No API can have documentation at the place that the address names.",
      "Choose a place on the API's own page; the detail of the answer says what does not fit."),
  TOO_MANY_REQUESTS(
      429,
      "Too many requests",
      "More requests came in the name of the token's owner than the header RateLimit-Policy allows.",
      "Go on after the time that the header Retry-After says; RateLimit tells what is left."),
  INTERNAL_ERROR(
      500,
      "Something went wrong on our side",
      "The cause stands in the portal's log, beside the reference of the answer.",
      "Try again. If it fails again, tell the people who run this portal the reference."),
  MLFLOW_AWAY(
      502,
      "The tracking server does not answer as it should",
      "The portal asked it for a tool's answer, and got no good one.",
      "Try again in a minute. If it stays so, tell the people who run this portal the reference."),
  API_GATEWAY_DENIED(
      502,
      "The portal may not do this at API Gateway",
      "The portal's role in AWS lacks a permission.",
      "Tell the people who run this portal the reference of the answer."),
  API_GATEWAY_AWAY(
      503,
      "API Gateway does not answer",
      "Nothing is known to have been changed.",
      "Try again after the time that the header Retry-After says."),
  API_GATEWAY_BUSY(
      503,
      "API Gateway is asked too often at the moment",
      "AWS limits how many calls an account may make.",
      "Try again after the time that the header Retry-After says."),
  MLFLOW_BUSY(
      503,
      "The tracking server is busy",
      "Too many requests to it are under way, yours or others'.",
      "Try again after the time that the header Retry-After says, with fewer requests at once."),
  TOO_MANY_CALLS(
      503,
      "Too many calls are under way",
      "Yours or others' calls of tools take up all the room there is. Nothing was done.",
      "Wait for the answers of some, then try again."),
  DATABASE_AWAY(
      503,
      "This does not work at the moment",
      "The portal's database does not answer, so nothing was shown or changed.",
      "Try again after the time that the header Retry-After says. What is in memory goes on, and"
          + " tracking servers can be opened all the same."),
  SIGN_IN_AWAY(
      503,
      "Nobody can sign in at the moment",
      "The company's identity provider does not answer. Whoever is signed in goes on working.",
      "Try again after the time that the header Retry-After says."),
  TOKENS_UNVERIFIED(
      503,
      "Tokens cannot be verified at the moment",
      "The portal's database or the company's identity provider does not answer.",
      "Try again after the time that the header Retry-After says. The token may well be good."),
  TOO_MANY_LISTENERS(
      503,
      "Too many people watch publications just now",
      "The portal tells only so many pages at once how publications go. They go on all the same.",
      "Reload the page to see how far it is.");

  /** Where all of them are. */
  public static final String PAGES = "/docs/problems";

  private final int status;
  private final String title;
  private final String meaning;
  private final String advice;

  Problem(int status, String title, String meaning, String advice) {
    this.status = status;
    this.title = title;
    this.meaning = meaning;
    this.advice = advice;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** What has happened. */
  public String meaning() {
    return meaning;
  }

  /** What to do now. */
  public String advice() {
    return advice;
  }

  /** As its address spells it; never changes. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Where its page is. */
  public String path() {
    return PAGES + "/" + label();
  }

  public static Optional<Problem> of(String label) {
    return Stream.of(values()).filter(problem -> problem.label().equals(label)).findFirst();
  }
}
