package io.portico.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class IdentityProviderUnavailableTest {
  private static boolean isBehind(Throwable cause) {
    return IdentityProviderUnavailable.isBehind(new AuthenticationCompletionException(cause));
  }

  @Test
  void aProviderThatCannotBeAskedIsBehindTheFailure() {
    assertTrue(isBehind(new OIDCException(new ConnectException("refused"))));
    assertTrue(isBehind(new NullPointerException("The supplier returned `null`")), "a time-out");
  }

  @Test
  void oneThatRefusesIsNot() {
    assertFalse(isBehind(new OIDCException("invalid_grant")));
  }
}
