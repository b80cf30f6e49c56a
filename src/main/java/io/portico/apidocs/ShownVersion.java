package io.portico.apidocs;

/**
 * A version of documentation on a stage that shows it.
 *
 * @param revision another one after every deployment and every other change of the stage
 */
public record ShownVersion(String stage, String version, String revision) {}
