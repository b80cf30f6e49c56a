package io.portico.apidocs.proposing;

import io.portico.audit.Actor;
import java.time.Instant;

/**
 * What ended a proposal.
 *
 * @param answer what the person says to it; may be empty
 */
public record Decision(Actor by, Instant at, String answer) {}
