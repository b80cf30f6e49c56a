/** Versions of documentation: made from the draft, compared, shown on stages, brought back. */
package io.portico.apidocs.publishing;
