package io.portico.sandbox.endpoint;

import io.portico.sandbox.sigv4.RequestHead;
import io.portico.sandbox.sigv4.SigningRule;
import io.vertx.core.Future;
import java.util.Optional;

/** One of the APIs that share the endpoint's port. */
interface AwsApi {

  /** Whether the request is addressed to this API; no two APIs recognise the same one. */
  boolean recognises(RequestHead head);

  /** What the signature of a recognised request must fulfil. */
  SigningRule rule(RequestHead head);

  /** How this API's errors are written. */
  ErrorFormat errors();

  /** Why a recognised request is refused before its body is read; empty when it is not. */
  default Optional<AwsError> refusal(RequestHead head) {
    return Optional.empty();
  }

  /** Answers a verified call; the future ends with the response, however that ended. */
  Future<Void> answer(Call call);
}
