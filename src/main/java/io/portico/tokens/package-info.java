/**
 * What programs show in place of a session: access tokens of the portal, and the provider's JWTs.
 */
package io.portico.tokens;
