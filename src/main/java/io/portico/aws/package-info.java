/** How do we reach AWS: credentials per role and person, SigV4 signatures. */
package io.portico.aws;
