/** How programs get in: access tokens to make, try and revoke, and code to start from. */
package io.portico.connect;
