package io.portico.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTest {
  @Test
  void segmentsAreDecodedOnce() {
    assertEquals(
        Optional.of(List.of("app", "ü b", "a+c")), PlainPath.segments("/app/%C3%BC%20b/a+c/"));
    assertEquals(Optional.of(List.of()), PlainPath.segments("/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/app",
        "/app/",
        "/app/apis/ordersapi1/parts?type=METHOD&path=%2Forders%2F%7Bid%7D&a=//..;",
        "/static/bundle/app-0123.js",
        "/.well-known/api-catalog",
        "/docs/a1/versions/a%2Fb/openapi.json",
        "/docs/a1/versions/a%252Fb/openapi.json",
        "/docs/a1/versions/a%3Bb%5C/openapi.json",
        "/docs/a1/p/operations/get/~1a~1%7Bb%7D.md"
      })
  void aPathOfOneReadingIsPlain(String target) {
    assertTrue(PlainPath.isTargetOf(target));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "app",
        "http://elsewhere.example/app",
        "//app",
        "/app//mlflow",
        "/app/./mlflow",
        "/api/../app",
        "/api/%2e%2e/app",
        "/api/.%2E/app",
        "/app;x",
        "/app%3Bx",
        "/app%2Fmlflow",
        "/app%5Cmlflow",
        "/app\\mlflow",
        "/app%00",
        "/app%0A",
        "/app%7F",
        "/app\t",
        "/app%",
        "/app%4",
        "/app%zz",
        "/app%c0%af",
        "/app%ff",
        "/app%252Fmlflow",
        "/app#x",
        "/app?x#y",
        "/app\u00e9",
        "/docs//a1/prod",
        "/docs/a1/../prod",
        "/docs/a1/%2e%2e/prod",
        "/docs/a1/prod;x",
        "/docs/a1/prod%00"
      })
  void anotherIsNot(String target) {
    assertFalse(PlainPath.isTargetOf(target));
  }
}
