package io.portico.apidocs.importing;

import java.util.Map;
import java.util.Optional;

/**
 * What the rules make of a form.
 *
 * @param problems by field, in words for people
 * @param wanted there if there is no problem
 */
record ImportJudgement(Map<String, String> problems, Optional<WantedParts> wanted) {}
