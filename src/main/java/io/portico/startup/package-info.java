/**
 * Whether the portal may start at all: every feature checks its configuration, one gate refuses.
 */
package io.portico.startup;
