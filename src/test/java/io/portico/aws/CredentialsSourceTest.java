package io.portico.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.ShutdownEvent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CredentialsSourceTest {
  private final AtomicInteger calls = new AtomicInteger();
  private final OwnCredentials own = new OwnCredentials(new Config());
  private final CredentialsSource source =
      new CredentialsSource(new Config(), new CountingSts(), own);

  private record Config() implements AwsConfig {
    @Override
    public Optional<URI> endpoint() {
      return Optional.empty();
    }

    @Override
    public Optional<String> accessKeyId() {
      return Optional.of("AKIDEXAMPLE");
    }

    @Override
    public Optional<String> secretAccessKey() {
      return Optional.of("secret");
    }

    @Override
    public Duration sessionDuration() {
      return Duration.ofHours(1);
    }
  }

  private final class CountingSts extends SecurityTokenService {
    CountingSts() {
      super(new Config(), own);
    }

    @Override
    Credentials assume(RoleSession session) {
      calls.incrementAndGet();
      return new Credentials(session.name(), session.roleArn(), Optional.of("token"));
    }
  }

  @AfterEach
  void close() {
    source.close(new ShutdownEvent());
  }

  private void askForAll(List<RoleSession> sessions) {
    CompletableFuture.allOf(
            sessions.stream()
                .map(session -> source.of(session).toCompletableFuture())
                .toArray(CompletableFuture[]::new))
        .join();
  }

  @Test
  void tenThousandPeopleWithFourRolesEachAreNotForgotten() {
    List<RoleSession> sessions =
        IntStream.range(0, 40_000)
            .mapToObj(i -> RoleSession.of("role-" + i % 4, "eu-west-1", "person-" + i / 4))
            .toList();
    askForAll(sessions);
    askForAll(sessions);
    assertEquals(sessions.size(), calls.get());
  }
}
