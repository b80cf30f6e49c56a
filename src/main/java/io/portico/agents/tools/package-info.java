/**
 * What may agents ask the portal for? Tools, in the name of whoever owns the token: by the Model
 * Context Protocol, or as plain JSON.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25">The protocol</a>
 */
package io.portico.agents.tools;
