package io.portico.sandbox.mlflow.tracking;

/**
 * A line of a directory listing.
 *
 * @param path where it is
 * @param directory whether it is a directory
 * @param size of a file in bytes; 0 for a directory
 */
public record ArtifactEntry(ArtifactPath path, boolean directory, long size) {}
