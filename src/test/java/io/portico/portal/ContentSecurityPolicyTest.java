package io.portico.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentSecurityPolicyTest {
  @Test
  @Holds({Promise.PAGES_HAVE_POLICIES, Promise.EMBEDDED_ONLY_WHERE_ALLOWED})
  void namesEveryOneWhoMayFrameAndBeFramed() {
    Origin login = Origin.parse("https://login.example.com").orElseThrow();
    Origin intranet = Origin.parse("https://intranet.example.com").orElseThrow();
    Origin mlflow = Origin.parse("https://mlflow.portal.example.com").orElseThrow();
    assertEquals(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self';"
            + " form-action 'self' https://login.example.com;"
            + " frame-src 'self' https://mlflow.portal.example.com;"
            + " frame-ancestors 'self' https://intranet.example.com;"
            + " base-uri 'none'; object-src 'none'",
        new ContentSecurityPolicy(List.of(login), List.of(), List.of(intranet))
            .withFrame(mlflow)
            .toString());
  }
}
