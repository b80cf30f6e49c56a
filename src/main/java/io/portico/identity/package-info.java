/** Who is asking: sign-in, groups to roles, sign-out. */
package io.portico.identity;
