package io.portico.apidocs;

/**
 * What somebody wrote about one place.
 *
 * @param id by which API Gateway knows it
 */
public record DocumentationPart(String id, Location location, Properties properties) {}
