package io.portico.sandbox;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/**
 * The identity provider of the packaged demo, in place of the one that Quarkus brings in dev and
 * test. It believes everybody who presses a button.
 */
@Singleton
@IfBuildProfile("demo")
public class DemoIdentityProvider {
  private static final int FIRST = 1;

  private final SandboxConfig config;
  private MockOAuth2Server server;
  private Path signInPage;

  DemoIdentityProvider(SandboxConfig config) {
    this.config = config;
  }

  void start(@Observes @Priority(FIRST) StartupEvent event) throws IOException {
    // The server reads its page from a file, at every sign-in.
    signInPage = Files.createTempFile("portico-sign-in", ".html");
    Files.writeString(signInPage, resource("sign-in.html"));
    String page = signInPage.toString().replace("\\", "\\\\");
    server =
        new MockOAuth2Server(
            OAuth2Config.Companion.fromJson(
                resource("identity-provider.json").replace("SIGN_IN_PAGE", page)));
    server.start(InetAddress.getLoopbackAddress(), config.identityPort());
  }

  void stop(@Observes ShutdownEvent event) throws IOException {
    if (server != null) {
      server.shutdown();
      Files.deleteIfExists(signInPage);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream("sandbox/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
