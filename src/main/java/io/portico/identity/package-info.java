/** Who is asking: sign-in, groups to roles, sign-out, tokens of the provider. */
package io.portico.identity;
