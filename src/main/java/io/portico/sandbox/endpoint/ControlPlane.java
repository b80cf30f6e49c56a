package io.portico.sandbox.endpoint;

import io.portico.sandbox.sigv4.Identity;
import io.portico.sandbox.sigv4.RequestHead;
import io.vertx.core.Future;

/** An API whose requests and answers are small texts. */
interface ControlPlane extends AwsApi {

  /** In bytes; above the largest document that an AWS control plane takes in one request. */
  long MAX_REQUEST = 8L * 1024 * 1024;

  /** Answers a verified request. */
  AwsReply reply(RequestHead head, Identity identity, String body);

  @Override
  default Future<Void> answer(Call call) {
    if (call.body().length() > MAX_REQUEST) {
      AwsError tooLarge =
          new AwsError(413, "RequestEntityTooLargeException", "The request exceeds 8 MiB.");
      return errors().reply(tooLarge).send(call.response());
    }
    return call.body()
        .bytes()
        .map(body -> reply(call.head(), call.identity(), body.toString()))
        .compose(reply -> reply.send(call.response()));
  }
}
