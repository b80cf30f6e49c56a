package io.portico.sandbox.endpoint;

import io.portico.sandbox.sigv4.Verification.Refused;

/**
 * An error in no protocol's shape yet.
 *
 * @param status the HTTP status
 * @param code AWS's name for it
 * @param message a sentence for people
 * @param detail more lines for who made the request, not to be kept; or empty
 */
record AwsError(int status, String code, String message, String detail) {

  AwsError(int status, String code, String message) {
    this(status, code, message, "");
  }

  static AwsError badRequest(String reason) {
    return new AwsError(400, "BadRequestException", reason);
  }

  static AwsError validation(String reason) {
    return new AwsError(400, "ValidationException", reason);
  }

  static AwsError unknownOperation(int status, String reason) {
    return new AwsError(status, "UnknownOperationException", reason);
  }

  static AwsError refused(Refused refused, ErrorFormat format) {
    return new AwsError(403, format.code(refused.code()), refused.reason(), refused.detail());
  }

  /** All there is to say. */
  String text() {
    return detail.isEmpty() ? message : message + "\n\n" + detail;
  }
}
