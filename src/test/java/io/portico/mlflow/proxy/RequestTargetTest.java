package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {
  private static RequestTarget parse(String raw) {
    return RequestTarget.parse(raw)
        .target()
        .orElseThrow(() -> new AssertionError("refused: " + raw));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "mlflow/churn/",
        "http://elsewhere.example/mlflow/churn/",
        "//elsewhere.example/",
        "/mlflow//churn/",
        "/mlflow/churn//",
        "/mlflow/churn/;x=1",
        "/mlflow/churn/a;b",
        "/mlflow/churn/a%3Bb",
        "/mlflow/churn/.",
        "/mlflow/churn/./version",
        "/mlflow/churn/../other/version",
        "/mlflow/churn/..",
        "/mlflow/churn/%2e%2e/version",
        "/mlflow/churn/%2E/version",
        "/mlflow/churn/.%2e/version",
        "/mlflow/churn/a%2Fb",
        "/mlflow/churn/a%2fb",
        "/mlflow/churn/a%5Cb",
        "/mlflow/churn/a\\b",
        "/mlflow/churn/a%00b",
        "/mlflow/churn/a%0Ab",
        "/mlflow/churn/a%0d%0aHost:x",
        "/mlflow/churn/a%7Fb",
        "/mlflow/churn/a\tb",
        "/mlflow/churn/a b",
        "/mlflow/churn/%",
        "/mlflow/churn/%4",
        "/mlflow/churn/%zz",
        "/mlflow/churn/%c0%af",
        "/mlflow/churn/%e0%80%af",
        "/mlflow/churn/%ff",
        "/mlflow/churn/%ed%a0%80",
        "/mlflow/churn/%252e%252e/version",
        "/mlflow/churn/a%252Fb",
        "/mlflow/churn/a%2541",
        "/mlflow/churn/#fragment",
        "/mlflow/churn/<script>",
        "/mlflow/churn/\"",
        "/mlflow/churn/\u2215version",
        "/mlflow/churn/?a=%",
        "/mlflow/churn/?a=%ff",
        "/mlflow/churn/?a=%00",
        "/mlflow/churn/?a=b#c",
        "/mlflow/churn/?a=b c",
        "/mlflow/churn/?X-Amz-Signature=0",
        "/mlflow/churn/?x-amz-security-token=0",
        "/mlflow/churn/?a=1&X-AMZ-Date=0",
        "/mlflow/churn/?%58-Amz-Credential=0"
      })
  @Holds(Promise.AMBIGUOUS_PATHS_ARE_REFUSED)
  void whatCanBeReadInTwoWaysIsRefused(String raw) {
    assertTrue(RequestTarget.parse(raw).target().isEmpty(), raw);
  }

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/version, /version",
    "/static-files/, /static-files/",
    "/a%20b, /a%20b",
    "/%C3%BCber%20sicht, /%C3%BCber%20sicht",
    "/%c3%bc, /%C3%BC",
    "/a+b, /a%2Bb",
    "/a@b:c=d, /a%40b%3Ac%3Dd",
    "/100%25, /100%25",
    "/100%25.txt, /100%25.txt",
    "/%EF%BC%8F, /%EF%BC%8F",
    "/.hidden, /.hidden",
    "/...,/..."
  })
  @Holds({Promise.ONE_PARSED_PATH, Promise.LEGAL_NAMES_ARRIVE})
  void aPathIsSentAsItWasMeant(String raw, String sent) {
    assertEquals(sent, parse(raw).path());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/?a=1&b=2 a=1&b=2",
        "/?b=2&a=1&b=1 b=2&a=1&b=1",
        "/?path=dir%2Ffile.txt path=dir%2Ffile.txt",
        "/?path=dir/file.txt path=dir%2Ffile.txt",
        "/?q=a+b q=a%20b",
        "/?q=a%20b q=a%20b",
        "/?q=a%2Bb q=a%2Bb",
        "/?q=%C3%A4%E6%BC%A2 q=%C3%A4%E6%BC%A2",
        "/?q={x}|y q=%7Bx%7D%7Cy",
        "/?flag flag=",
        "/?a=b=c a=b%3Dc",
        "/?a=100%25 a=100%25"
      })
  void aQueryIsSentAsItWasMeant(String raw, String sent) {
    assertEquals(sent, parse(raw).query());
  }

  @Test
  void theLanesPrefixIsTakenOff() {
    RequestTarget below = parse("/mlflow/churn/api/2.0/mlflow/runs/get?run_id=1").below(2);
    assertEquals(List.of("api", "2.0", "mlflow", "runs", "get"), below.segments());
    assertEquals("/api/2.0/mlflow/runs/get?run_id=1", below.uri());
    assertEquals("/", parse("/mlflow/churn/").below(2).path());
  }
}
