package io.portico.apidocs.openapi;

/**
 * An entry of a file that has no place in API Gateway's documentation.
 *
 * @param sentence what to do about it
 */
public record Misfit(Pointer where, String sentence) {}
