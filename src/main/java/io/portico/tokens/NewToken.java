package io.portico.tokens;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A token somebody asks for; whether they may have it was decided before.
 *
 * @param grants the most it may do, by resource: {@code mlflow/churn} to {@code viewer}
 * @param nonce of the form: one form makes one token, however often it is sent
 */
public record NewToken(
    String name, Owner owner, Map<String, String> grants, Instant expiresAt, UUID nonce) {}
