package io.portico.sandbox.endpoint;

import io.portico.sandbox.sigv4.RefusalCode;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;

/** How a protocol of AWS writes its errors. */
enum ErrorFormat {
  /** Of control planes: the code in a header and in {@code __type}. */
  AWS_JSON(ErrorFormat.AMZ_JSON) {
    @Override
    String body(AwsError error) {
      return json(error).put("__type", error.code()).encode();
    }
  },

  /** Of data planes: the code in a header only. */
  REST_JSON("application/json") {
    @Override
    String body(AwsError error) {
      return json(error).encode();
    }
  },

  /** Of the query protocol, as STS answers it. */
  QUERY(ErrorFormat.TEXT_XML) {
    @Override
    String body(AwsError error) {
      return """
          <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
            <Error>
              <Type>Sender</Type>
              <Code>%s</Code>
              <Message>%s</Message>
            </Error>
            <RequestId>%s</RequestId>
          </ErrorResponse>
          """
          .formatted(XmlText.escape(error.code()), XmlText.escape(error.text()), UUID.randomUUID());
    }

    @Override
    String code(RefusalCode code) {
      return code.query();
    }
  };

  static final String AMZ_JSON = "application/x-amz-json-1.1";
  static final String TEXT_XML = "text/xml";

  private final String contentType;

  ErrorFormat(String contentType) {
    this.contentType = contentType;
  }

  AwsReply reply(AwsError error) {
    return new AwsReply(
        error.status(),
        Map.of(
            "Content-Type", contentType,
            "x-amzn-ErrorType", error.code(),
            "x-amzn-RequestId", UUID.randomUUID().toString()),
        body(error));
  }

  abstract String body(AwsError error);

  String code(RefusalCode code) {
    return code.json();
  }

  private static JsonObject json(AwsError error) {
    return new JsonObject().put("message", error.text());
  }
}
