package io.portico.testsupport;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must stand in no log, at any level. */
public enum Secret {
  ACCESS_TOKEN("portico_[0-9a-f]{72}", "portico_" + "0a".repeat(36)),
  /**
   * Its parts are joined by periods (RFC 7515, 3.1; RFC 7516, 3.1); by chance a text has the first.
   */
  JWT_OR_JWE("eyJ[\\w-]{8,}\\.", "eyJhbGciOiJub25lIn0x.eyJzdWIiOiJzIn0.c2lnbmF0dXJl"),
  TOKEN_RESPONSE(
      "(?i)(id|access|refresh)_token\"?[=:]\\s*\"?[\\w.-]{8,}", "\"id_token\":\"0123abcd\""),
  BEARER("(?i)\\bbearer [\\w.~+/=-]{16,}", "Authorization: Bearer 0123456789abcdef"),
  BASIC("\\bBasic [\\w+/]{12,}", "Authorization=Basic cG9ydGljbzpzZWNyZXQ="),
  SESSION_COOKIE("q_(session|auth)\\w*=[^;\\s]{4}", "cookie: q_session_chunk_1=abcd"),
  FRAME_COOKIE("portico-frame-[a-z0-9-]+=[^;\\s]{4}", "__Host-portico-frame-churn=abcd"),
  FORM_TOKEN("csrf(-token)?\"?[=:]\\s*\"?[\\w-]{8,}", "portico-csrf=01234567"),
  TICKET("[?&]ticket=[^&\\s]{4}", "/mlflow/churn/enter?ticket=abcd"),
  AUTHORIZATION_CODE("[?&\\s]code=[^&\\s]{4}", "/app/signed-in?code=abcd"),
  CODE_VERIFIER("code_verifier=[\\w-]{4}", "code_verifier=abcd"),
  CLIENT_SECRET("client_secret=[^&\\s]{4}", "grant_type=client_credentials&client_secret=abcd"),
  AWS_SIGNATURE("(?i)Signature=[0-9a-f]{16}", "X-Amz-Signature=0123456789abcdef"),
  AWS_SESSION("(?i)x-amz-security-token[\"=:]", "X-Amz-Security-Token: session"),
  AWS_KEY("(?i)<?Secret_?Access_?Key\"?[>=:]", "<SecretAccessKey>key</SecretAccessKey>"),
  CONFIGURED("a-secret-for-a-developers-machine|portico-sandbox-secret", "portico-sandbox-secret");

  private final Pattern pattern;
  private final String sample;

  Secret(String pattern, String sample) {
    this.pattern = Pattern.compile(pattern);
    this.sample = sample;
  }

  /** A line of a log that would be found. */
  public String sample() {
    return sample;
  }

  public boolean isIn(String line) {
    return pattern.matcher(line).find();
  }

  /** What is in the lines, each with the line it is in. */
  public static List<String> allIn(Stream<String> lines) {
    return lines
        .flatMap(
            line ->
                Arrays.stream(values())
                    .filter(secret -> secret.isIn(line))
                    .map(secret -> secret + " in " + line))
        .toList();
  }
}
