/**
 * What stands in for AWS when the portal runs in dev, in tests and as the packaged demo.
 *
 * <p>No bean of it exists in a production build.
 */
package io.portico.sandbox;
