package io.portico.mlflow.proxy;

import io.portico.mlflow.TrackingServer;
import io.vertx.core.http.HttpServerRequest;

/**
 * A request that was let through, on its way to MLflow.
 *
 * @param subject the person in whose name AWS sees it
 * @param target as the tracking server sees it, the lane's prefix taken off
 * @param prefix what was taken off, without a slash at its end
 */
record Exchange(
    HttpServerRequest request,
    TrackingServer server,
    String subject,
    RequestTarget target,
    String prefix,
    Endpoint endpoint) {}
