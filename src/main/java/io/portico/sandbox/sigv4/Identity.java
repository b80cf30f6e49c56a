package io.portico.sandbox.sigv4;

import java.util.Optional;

/**
 * Whom a signature stands for.
 *
 * @param accessKeyId the key that signed
 * @param arn the user or the assumed role
 * @param roleSessionName the name given to {@code AssumeRole}; empty for a long-term key
 * @param sourceIdentity the person named to {@code AssumeRole}, when one was
 */
public record Identity(
    String accessKeyId,
    String arn,
    Optional<String> roleSessionName,
    Optional<String> sourceIdentity) {}
