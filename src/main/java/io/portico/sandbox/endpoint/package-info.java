/**
 * What would AWS answer: SageMaker's control plane, its MLflow data plane, API Gateway and STS on
 * one loopback port, to correctly signed requests only.
 */
package io.portico.sandbox.endpoint;
