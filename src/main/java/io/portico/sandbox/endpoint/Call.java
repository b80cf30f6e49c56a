package io.portico.sandbox.endpoint;

import io.portico.sandbox.sigv4.Identity;
import io.portico.sandbox.sigv4.RequestHead;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * A request whose signature holds.
 *
 * @param request the exchange with the client
 * @param head what was verified
 * @param identity who signed
 * @param body the whole body, still on loan: closed when the answer has ended
 */
record Call(HttpServerRequest request, RequestHead head, Identity identity, SpooledBody body) {

  HttpServerResponse response() {
    return request.response();
  }
}
