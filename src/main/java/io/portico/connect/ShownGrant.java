package io.portico.connect;

/**
 * The most a token may do, for people.
 *
 * @param on the title of a tracking server, or documentation
 */
public record ShownGrant(String on, String level) {}
