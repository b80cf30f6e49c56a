package io.portico.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProviderSignOutTest {
  private static final URI AFTER = URI.create("https://portal.example.com/signed-out");

  private static ProviderSignOut at(String address) {
    return new ProviderSignOut(Optional.ofNullable(address), "post_logout_redirect_uri", Map.of());
  }

  @Test
  void theParametersAreThoseOfTheStandard() {
    assertEquals(
        "https://sso.example.com/logout?realm=main&id_token_hint=ey.J.x"
            + "&post_logout_redirect_uri=https%3A%2F%2Fportal.example.com%2Fsigned-out",
        at(null).request("https://sso.example.com/logout?realm=main", "ey.J.x", AFTER).toString());
  }

  @Test
  void aProviderMayCallThemOtherwiseAndWantMore() {
    ProviderSignOut cognito =
        new ProviderSignOut(Optional.empty(), "logout_uri", Map.of("client_id", "a&b={c}"));
    assertEquals(
        "https://x.amazoncognito.com/logout?id_token_hint=ey.J.x"
            + "&logout_uri=https%3A%2F%2Fportal.example.com%2Fsigned-out&client_id=a%26b%3D%7Bc%7D",
        cognito.request("https://x.amazoncognito.com/logout", "ey.J.x", AFTER).toString());
  }

  @Test
  void aPathBelowTheProviderIsNoAddressOfItsOwn() {
    assertEquals(Optional.empty(), at(null).configured());
    assertEquals(Optional.empty(), at("/endsession").configured());
    assertEquals(
        Optional.of(URI.create("https://x.amazoncognito.com/logout")),
        at("https://x.amazoncognito.com/logout").configured());
  }
}
