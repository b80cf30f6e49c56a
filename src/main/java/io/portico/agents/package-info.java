/** What is published, for programs and for whoever reads along: documents, catalogues, problems. */
package io.portico.agents;
