package io.portico.agents;

import java.time.Instant;
import java.util.UUID;

/**
 * What a stage said of its API while it showed a version.
 *
 * @param revision of the stage, as API Gateway told it before it was asked for the rest
 * @param versionCreated by API Gateway, as it wrote it; tells a version from a deleted one of the
 *     same name
 * @param title of the API, for people
 * @param askedAt by the database's clock, before API Gateway was asked
 * @param current whether the stage shows it still
 */
public record Edition(
    UUID id,
    String api,
    String stage,
    String revision,
    String version,
    String versionCreated,
    String title,
    Instant askedAt,
    boolean current) {}
