/** What would readers see if the draft were published now? */
package io.portico.apidocs.preview;
