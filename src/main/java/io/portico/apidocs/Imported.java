package io.portico.apidocs;

import java.util.List;

/**
 * What API Gateway says of an import.
 *
 * @param parts how many it has made or changed
 * @param warnings in its words
 */
public record Imported(int parts, List<String> warnings) {}
