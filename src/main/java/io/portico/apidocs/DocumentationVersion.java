package io.portico.apidocs;

import java.time.Instant;

/**
 * A version of an API's documentation: what its parts were when it was made. API Gateway shows them
 * only in the export of a stage that has the version.
 *
 * @param name whatever its author called it
 * @param description empty if there is none
 * @param created to the second; {@link Instant#EPOCH} if API Gateway does not say
 */
public record DocumentationVersion(String name, String description, Instant created) {}
