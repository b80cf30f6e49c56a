package io.portico.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * Sessions that are over, wherever copies of them are. Fired at once where somebody signs out here:
 * who observes it must neither block nor fail.
 *
 * @param token the id of the provider's logout token; empty for a sign-out here
 * @param session the provider's name of the one that ended; empty if all of the subject's did
 * @param subject whose; empty if the session says it all
 * @param at what was issued until then
 */
public record SessionEnd(
    Optional<String> token, Optional<String> session, Optional<String> subject, Instant at) {}
