/** Who ends sessions from afar: the identity provider says so, and every replica learns of it. */
package io.portico.signout;
