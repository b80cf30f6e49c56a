package io.portico.tokens;

import java.time.Instant;
import java.util.Set;

/**
 * What the identity provider said last of a person.
 *
 * @param at when the person signed in, or their session was refreshed
 */
record Sighting(String subject, String name, Set<String> groups, Instant at) {}
