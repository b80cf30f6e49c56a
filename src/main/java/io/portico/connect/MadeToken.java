package io.portico.connect;

import io.portico.portal.Moment;
import io.portico.tokens.AccessToken;
import io.portico.tokens.TokenSecret;
import java.util.List;

/**
 * A new token, the one time its secret is shown.
 *
 * @param snippets one for each server it opens
 * @param agents beside them
 */
public record MadeToken(
    AccessToken token,
    TokenSecret secret,
    Moment expires,
    List<Snippets> snippets,
    AgentSnippets agents) {}
