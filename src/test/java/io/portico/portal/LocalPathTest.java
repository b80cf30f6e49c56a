package io.portico.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/app",
        "/app/",
        "/app/mlflow/churn",
        "/app/mlflow/churn?own-tab",
        "/app/apis/ordersapi1/parts?type=METHOD&path=/orders"
      })
  void aPathOfThePortalIsAPlaceToGo(String path) {
    assertEquals(path, LocalPath.parse(path).orElseThrow().value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "app",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/app//evil.example",
        "/app/\\evil.example",
        "/app\t//evil.example",
        "/app\n/x",
        "/app/../../evil",
        "/app/..",
        "/app/./x",
        "/app/%2e%2e/x",
        "/app@evil.example",
        "/app.evil.example",
        "/appx",
        "https://evil.example",
        "https:evil.example",
        "https:/evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        " /app",
        "/app ",
        "/app#//evil.example",
        "/app;x",
        "/api/mlflow",
        "/app/\u2215evil",
        "/app/\uFF0Fevil",
        "%2F%2Fevil.example",
        "/app?x=\r\nLocation:evil",
        "/app?x=%",
        "/app?x=%4",
        "/app?x=%zz",
        "/app?x=%u002f"
      })
  @Holds(Promise.SIGN_IN_RETURNS_HERE)
  void everythingElseIsNot(String text) {
    assertTrue(LocalPath.parse(text).isEmpty(), text);
  }

  @Test
  void norIsNothing() {
    assertTrue(LocalPath.parse(null).isEmpty());
    assertTrue(LocalPath.parse("/app/" + "a".repeat(3_000)).isEmpty());
  }
}
