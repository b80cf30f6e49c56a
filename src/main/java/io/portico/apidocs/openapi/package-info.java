/** OpenAPI files in and out: what they say of an API, as parts, and parts as a file. */
package io.portico.apidocs.openapi;
