/**
 * What would AWS answer: SageMaker's control plane, its MLflow data plane and STS on one loopback
 * port, to correctly signed requests only.
 */
package io.portico.sandbox.endpoint;
