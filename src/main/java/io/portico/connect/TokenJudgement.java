package io.portico.connect;

import io.portico.tokens.NewToken;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules make of a form.
 *
 * @param problems by field, in words for people
 * @param wish there if there is no problem
 */
record TokenJudgement(Map<String, String> problems, Optional<NewToken> wish) {}
