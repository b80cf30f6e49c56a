package io.portico.sandbox.endpoint;

import io.portico.sandbox.sigv4.RefusalCode;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;

/** How a protocol of AWS writes its errors. */
enum ErrorFormat {
  /** AWS JSON and REST JSON: the code in a header and in {@code __type}. */
  JSON {
    @Override
    AwsReply reply(AwsError error) {
      JsonObject body =
          new JsonObject()
              .put("__type", error.code())
              .put("message", error.text())
              .put("Message", error.text());
      return new AwsReply(
          error.status(),
          Map.of(
              "Content-Type", JSON_1_1,
              "x-amzn-ErrorType", error.code(),
              "x-amzn-RequestId", UUID.randomUUID().toString()),
          body.encode());
    }

    @Override
    String code(RefusalCode code) {
      return code.json();
    }
  },

  /** The query protocol, as STS answers it. */
  XML {
    @Override
    AwsReply reply(AwsError error) {
      String body =
          """
          <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
            <Error>
              <Type>Sender</Type>
              <Code>%s</Code>
              <Message>%s</Message>
            </Error>
            <RequestId>%s</RequestId>
          </ErrorResponse>
          """
              .formatted(
                  XmlText.escape(error.code()), XmlText.escape(error.text()), UUID.randomUUID());
      return new AwsReply(error.status(), Map.of("Content-Type", TEXT_XML), body);
    }

    @Override
    String code(RefusalCode code) {
      return code.query();
    }
  };

  static final String JSON_1_1 = "application/x-amz-json-1.1";
  static final String TEXT_XML = "text/xml";

  abstract AwsReply reply(AwsError error);

  abstract String code(RefusalCode code);
}
