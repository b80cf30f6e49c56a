package io.portico.connect;

/**
 * The most a token may do on one server.
 *
 * @param server its title
 */
public record ServerGrant(String server, String level) {}
