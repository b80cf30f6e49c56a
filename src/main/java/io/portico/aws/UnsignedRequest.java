package io.portico.aws;

import java.util.List;
import java.util.Map;

/**
 * A request as it will be sent, but for its signature. Nothing may change after signing.
 *
 * @param path absolute, each segment in the form of {@link UriEncoding}
 * @param query without {@code ?}, names and values in the form of {@link UriEncoding}; may be empty
 * @param headers all to be signed, names in lower case, each name once, {@code host} among them
 * @param payloadHash SHA-256 of the body in lower-case hexadecimal
 */
public record UnsignedRequest(
    String method,
    String path,
    String query,
    List<Map.Entry<String, String>> headers,
    String payloadHash) {}
