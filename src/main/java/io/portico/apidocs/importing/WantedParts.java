package io.portico.apidocs.importing;

import io.portico.apidocs.ImportMode;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import java.util.List;
import java.util.Map;

/**
 * Parts that somebody wants in a draft.
 *
 * @param source the name of a file, or what else they come from, for people
 * @param strict whether anything that has no place makes the import fail
 * @param misfits what has no place and is left out, each where it stands and why, in words
 */
public record WantedParts(
    ImportOrigin origin,
    String source,
    ImportMode mode,
    boolean strict,
    Map<Location, Properties> parts,
    List<String> misfits) {}
