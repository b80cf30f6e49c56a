package io.portico.portal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can go wrong for a reader of published documents (RFC 9457). Each has a page that says what
 * it means; its address is the problem's type.
 */
public enum Problem {
  NOT_FOUND(
      404,
      "There is nothing here for you",
      "The address may be wrong, or you may not have access: the portal does not say which.",
      "Look at /llms.txt or /.well-known/api-catalog for what you may read. If something is missing"
          + " there, ask for a role on the API."),
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
      "There are openapi.json, openapi.yaml, index.md and index.html; index.md links to the page of"
          + " each operation."),
  NOT_ACCEPTABLE(
      406,
      "None of the forms you accept is there",
      "The header Accept takes none of text/markdown, text/html, application/json and"
          + " application/yaml.",
      "Ask for one of them, or for the document by its name, such as openapi.json."),
  UNAUTHENTICATED(
      401,
      "This takes an access token",
      "What you asked for is not public, if it is there at all.",
      "Send a token: Authorization: Bearer <token>. People make them in the portal, under Connect;"
          + " access tokens of the company's identity provider are good as well."),
  INVALID_TOKEN(
      401,
      "The access token is not good",
      "It is unknown, has expired, was revoked, or is meant for somebody else; the detail of the"
          + " answer says which.",
      "Make another one in the portal, under Connect, and try again with it. What is public can be"
          + " had without a token."),
  TOKENS_UNVERIFIED(
      503,
      "Tokens cannot be verified at the moment",
      "The portal's database or the company's identity provider does not answer.",
      "Try again after the time that the header Retry-After says. The token may well be good."),
  DATABASE_AWAY(
      503,
      "This cannot be read at the moment",
      "The portal's database does not answer, and what you asked for is not in memory.",
      "Try again after the time that the header Retry-After says."),
  FOREIGN_ORIGIN(
      403,
      "A page of another site sent this",
      "The header Origin names a site that is not the portal. Browsers must not act here for others.",
      "Send the request from a program, without the header Origin."),
  TOO_MANY_REQUESTS(
      429,
      "Too many requests",
      "More requests came in the name of the token's owner than the header RateLimit-Policy allows.",
      "Go on after the time that the header Retry-After says; RateLimit tells what is left."),
  MESSAGE_TOO_LARGE(
      413,
      "The message is too large",
      "No message of the Model Context Protocol to the portal needs a megabyte.",
      "Send less at once."),
  NOT_JSON(
      415,
      "This takes JSON",
      "The header Content-Type is not application/json.",
      "Send Content-Type: application/json."),
  UNKNOWN_PROTOCOL_VERSION(
      400,
      "The portal does not speak this version of the protocol",
      "The header MCP-Protocol-Version names a revision that the portal does not know.",
      "Use the revision that the portal answered to initialize, or leave the header out.");

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
    return "/docs/problems/" + label();
  }

  public static Optional<Problem> of(String label) {
    return Stream.of(values()).filter(problem -> problem.label().equals(label)).findFirst();
  }
}
