package io.portico.promises;

/** What Portico promises to those who let it stand before their models and their documentation. */
public enum Promise {
  ONE_PARSED_PATH(Area.PATHS, "One parsed path decides on the way, the right and the signature."),
  AMBIGUOUS_PATHS_ARE_REFUSED(
      Area.PATHS,
      "A path that two readers could read in two ways is answered 400, and nothing goes upstream."),
  LEGAL_NAMES_ARRIVE(
      Area.PATHS, "Names with blanks, plus signs, slashes and letters of any script arrive whole."),
  NO_PATH_AROUND_THE_DOOR(
      Area.PATHS, "No spelling of a protected path opens it to anybody who may not see it."),

  ONLY_LISTED_HEADERS_GO_UP(Area.HEADERS, "Only listed headers go upstream."),
  NO_HEADER_IN_ANOTHERS_NAME(
      Area.HEADERS,
      "No spelling of a header of ours, of AWS or of a proxy passes from a client to upstream."),
  HOP_BY_HOP_HEADERS_END_HERE(
      Area.HEADERS, "Hop-by-hop headers end here, both ways (RFC 9110, 7.6.1)."),
  NO_SIGNED_QUERIES(Area.HEADERS, "Query parameters of AWS signatures are refused."),
  ONE_READING_OF_A_MESSAGE(
      Area.HEADERS, "A message whose length can be read in two ways is refused and its line cut."),
  ONLY_HARMLESS_HEADERS_COME_BACK(
      Area.HEADERS, "Upstream sets no cookie, policy, origin or worker on our origins."),
  REDIRECTS_STAY_INSIDE(
      Area.HEADERS, "No redirect is followed, and none leads out of the tracking server."),
  ERRORS_NAME_NO_ACCOUNT(
      Area.HEADERS, "Upstream's errors arrive as MLflow's JSON, without an ARN of ours."),

  ENDPOINTS_BY_TABLE(Area.ACCESS, "An endpoint that no table names is refused."),
  LEVELS_HOLD(
      Area.ACCESS,
      "A viewer writes nothing upstream, and a contributor does nothing a manager may."),
  UNSEEN_IS_ABSENT(Area.ACCESS, "What one may not see answers like what does not exist."),
  TOKENS_AND_SESSIONS_STAY_APART(
      Area.ACCESS, "A token opens no page, and no cookie opens the REST lane."),
  SIGN_OUT_ENDS_ALL(Area.ACCESS, "Signing out ends everything, frames after five minutes at most."),
  ENDED_ELSEWHERE_ENDS_HERE(
      Area.ACCESS,
      "A session that the identity provider ends is over here within seconds, on every replica."),
  REMOVED_GROUPS_END(Area.ACCESS, "A group that somebody left counts no more after 15 minutes."),
  TOKENS_ARE_SECRETS(
      Area.ACCESS, "Tokens have 256 random bits, are kept as hashes, expire, and are revoked."),
  FOREIGN_JWTS_ARE_REFUSED(
      Area.ACCESS, "A JWT of another issuer, audience, time or algorithm opens nothing."),
  NO_FORGED_WRITES(
      Area.ACCESS, "No page of another origin changes anything in its visitor's name."),
  SIGN_IN_RETURNS_HERE(Area.ACCESS, "After the sign-in one is on the portal and nowhere else."),
  PROVIDERS_MAY_CHANGE(
      Area.ACCESS, "A real identity provider may rotate keys, stop and start again."),

  GIGABYTES_IN_SMALL_HEAPS(Area.LIMITS, "A gigabyte goes both ways whole at a heap of 256 MiB."),
  ABANDONED_UPLOADS_LEAVE_NOTHING(Area.LIMITS, "Abandoned uploads leave no file and no quota."),
  SLOW_READERS_HOLD_LITTLE(Area.LIMITS, "Who reads slowly holds less than 1 MiB of memory."),
  LARGE_INPUT_IS_REFUSED(
      Area.LIMITS, "Headers, bodies, JSON, YAML and imports have bounds that answer clearly."),
  TIMES_ARE_BOUNDED(
      Area.LIMITS, "Upstream refused is told in a second, silent in time, broken off as broken."),
  RETRIES_ARE_FEW(
      Area.LIMITS,
      "Only reads are sent twice at most, and a throttled upstream sees 1.2 attempts."),
  MANY_STREAMS(Area.LIMITS, "A thousand streams at once see no error of ours."),
  SLOW_CLIENTS_HARM_NOBODY(Area.LIMITS, "Thousands of slow connections do not slow the others."),
  TROUBLE_STAYS_WITH_ITS_SERVER(
      Area.LIMITS, "One tracking server's trouble, or one person's load, leaves others alone."),
  STOPS_ARE_GRACEFUL(
      Area.LIMITS, "A replica that stops ends what it began, and nobody sees an error."),
  REPLICAS_ARE_ALIKE(Area.LIMITS, "A killed replica makes nobody sign in again."),
  OUTAGES_ARE_BORNE(
      Area.LIMITS, "Without the identity provider or the database, what needs neither goes on."),
  PUBLISHERS_KEEP_THEIR_ORDER(
      Area.LIMITS, "Two who publish at once are put in one order, and nothing is lost."),

  EVERY_DEED_IS_RECORDED(
      Area.RECORDS, "Sign-ins, denials and changes are recorded with who, what, when and how."),
  RECORDS_ARE_ONE_LINE(Area.RECORDS, "A hostile name fills one line of one record."),
  AWS_SEES_THE_PERSON(Area.RECORDS, "AWS sees one role session for each person, and no two share."),
  NO_SECRET_IS_LOGGED(Area.RECORDS, "No token, cookie or signature stands in any log."),

  PAGES_HAVE_POLICIES(Area.BROWSERS, "Every page has the policies that keep browsers in bounds."),
  MLFLOW_HAS_NO_HOLD(
      Area.BROWSERS, "Scripts of MLflow's origin reach neither the portal nor another server."),
  EMBEDDED_ONLY_WHERE_ALLOWED(Area.BROWSERS, "Only the intranets that are named may frame pages."),
  NOTHING_FOR_OPERATORS_IN_PUBLIC(
      Area.BROWSERS, "Health, metrics and developers' pages are not on the public port."),

  KNOWN_PARTS(
      Area.SUPPLY, "Versions are pinned, they converge, and a bill of materials comes with each.");

  enum Area {
    PATHS("Paths"),
    HEADERS("Headers and messages"),
    ACCESS("Access"),
    LIMITS("Bodies, limits and time"),
    RECORDS("Records"),
    BROWSERS("Browsers"),
    SUPPLY("Supply");

    private final String title;

    Area(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  private final Area area;
  private final String text;

  Promise(Area area, String text) {
    this.area = area;
    this.text = text;
  }

  Area area() {
    return area;
  }

  String text() {
    return text;
  }
}
