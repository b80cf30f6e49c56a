/** What do programs propose that documentation should say, and what do people decide about it? */
package io.portico.apidocs.proposing;
