package io.portico.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LargeFormsTest {
  private static RawHttp.Response post(long bytes) throws IOException {
    return RawHttp.send(
        8081,
        "POST /app/tokens HTTP/1.1",
        "Host: portico.localhost:8081",
        "Origin: http://portico.localhost:8081",
        "Accept: text/html",
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Length: " + bytes);
  }

  @Test
  @Holds(Promise.LARGE_INPUT_IS_REFUSED)
  void aFormThatIsTooLargeIsToldSo() throws IOException {
    for (long bytes : new long[] {10 * 1024 * 1024 + 1, Long.MAX_VALUE}) {
      RawHttp.Response answer = post(bytes);
      assertEquals(413, answer.status());
      assertTrue(answer.text().contains("The portal takes up to 10 MB at once."));
    }
  }

  @Test
  void aLengthThatIsNoneIsRefused() throws IOException {
    RawHttp.Response answer =
        RawHttp.send(
            8081,
            "POST /app/tokens HTTP/1.1",
            "Host: portico.localhost:8081",
            "Origin: http://portico.localhost:8081",
            "Content-Length: 99999999999999999999");
    assertTrue(answer.status() == 400 || answer.status() == 413, "" + answer.status());
  }
}
