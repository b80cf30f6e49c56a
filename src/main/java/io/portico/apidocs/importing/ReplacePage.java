package io.portico.apidocs.importing;

import io.portico.apidocs.ApiAccess;
import java.util.Optional;

/**
 * The form of a replacement.
 *
 * @param problem in words for people
 */
public record ReplacePage(ApiAccess access, ReplaceForm form, Optional<String> problem) {}
