package io.portico.apidocs;

import java.util.Optional;

/**
 * Where an API is deployed.
 *
 * @param documentationVersion the one that its exports carry; without one they carry none
 */
public record Stage(String name, Optional<String> documentationVersion) {}
