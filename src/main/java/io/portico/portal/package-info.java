/** What does every page share: layout, home, error pages, security headers, embedding. */
package io.portico.portal;
