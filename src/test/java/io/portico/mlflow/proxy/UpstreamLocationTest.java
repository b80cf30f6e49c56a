package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamLocationTest {
  private static final URI ASKED = URI.create("https://mlflow.example.aws/static-files/a?b=c");

  private static Optional<String> ours(String location) {
    return UpstreamLocation.onOurSide(location, ASKED, "/mlflow/churn");
  }

  @ParameterizedTest
  @CsvSource({
    "/version, /mlflow/churn/version",
    "https://mlflow.example.aws/get-artifact?path=x, /mlflow/churn/get-artifact?path=x",
    "b, /mlflow/churn/static-files/b",
    "../version, /mlflow/churn/version"
  })
  void theSameServerIsOnOurSide(String location, String path) {
    assertEquals(Optional.of(path), ours(location));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "http://mlflow.example.aws/",
        "https://mlflow.example.aws:8443/",
        "https://mlflow.example.aws@elsewhere.example/",
        "https://user@mlflow.example.aws/",
        "javascript:alert(1)",
        "data:text/html,x",
        "/..%2fother/",
        "/a//b",
        "https://s3.amazonaws.com/bucket?X-Amz-Signature=1",
        "/x?X-Amz-Signature=1",
        "http://["
      })
  @Holds(Promise.REDIRECTS_STAY_INSIDE)
  void everywhereElseIsNot(String location) {
    assertEquals(Optional.empty(), ours(location));
  }
}
