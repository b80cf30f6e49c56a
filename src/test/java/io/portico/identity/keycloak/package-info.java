/** The portal with a real Keycloak: {@code ./mvnw verify -Pkeycloak}. */
package io.portico.identity.keycloak;
