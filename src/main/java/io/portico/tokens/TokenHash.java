package io.portico.tokens;

/**
 * What the portal keeps of a token's secret.
 *
 * @param hex SHA-256 in lower case
 */
record TokenHash(String hex) {}
