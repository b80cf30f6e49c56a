/**
 * What may agents ask the portal for? Tools over the Model Context Protocol, in the name of whoever
 * owns the token.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25">The protocol</a>
 */
package io.portico.agents.tools;
