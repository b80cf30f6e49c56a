package io.portico.audit;

import java.time.Instant;

/**
 * One thing that somebody did, or was not let do.
 *
 * @param at to the microsecond, as PostgreSQL keeps it
 * @param resource what it was done to, for example {@code mlflow/churn}; the portal itself is
 *     {@code portal}
 * @param detail more about it, for people; never a secret
 * @param request the id of the request, which stands in the log and in the answer
 */
public record Activity(
    Instant at,
    Actor actor,
    Action action,
    String resource,
    String detail,
    Result result,
    String request) {

  /** What was done. */
  public enum Action {
    SIGN_IN,
    SIGN_OUT,
    ACCESS,
    WRITE,
    START,
    STOP,
    TOKEN_CREATED,
    TOKEN_REVOKED,
    PART_WRITTEN,
    PART_DELETED,
    PARTS_IMPORTED,
    PARTS_RESTORED,
    PARTS_REPLACED,
    VERSION_PUBLISHED,
    VERSION_DESCRIBED,
    VERSION_DELETED,
    PART_PROPOSED,
    PROPOSAL_ACCEPTED,
    PROPOSAL_DECLINED,
    TOOL_CALLED
  }

  /** How it ended. */
  public enum Result {
    DONE,
    /** Not allowed; nothing was changed. */
    DENIED,
    /** Refused or broken further on; what was changed is uncertain. */
    FAILED
  }
}
