/**
 * What would API Gateway answer: an imagined service that keeps REST APIs and their documentation
 * in memory. It knows nothing of HTTP servers or signatures; the endpoint brings it requests.
 */
package io.portico.sandbox.apigateway;
