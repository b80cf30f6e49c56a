/** What the APIs behind API Gateway say of themselves, and what they leave unsaid. */
package io.portico.apidocs;
