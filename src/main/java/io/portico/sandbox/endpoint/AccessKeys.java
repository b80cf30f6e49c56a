package io.portico.sandbox.endpoint;

import io.portico.sandbox.sigv4.AccessKey;
import io.portico.sandbox.sigv4.AccessKey.Session;
import io.portico.sandbox.sigv4.Identity;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The access keys that are good in the account: the seeded one, and those STS issues. */
final class AccessKeys {

  /** Expired keys are remembered this long, so that they are told from unknown ones. */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private static final String ID_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final Map<String, AccessKey> keys = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  AccessKeys(Clock clock, AccessKey longTerm) {
    this.clock = clock;
    keys.put(longTerm.identity().accessKeyId(), longTerm);
  }

  Optional<AccessKey> find(String accessKeyId) {
    return Optional.ofNullable(keys.get(accessKeyId));
  }

  /** A temporary key, good for that long from now on. */
  AccessKey issue(
      String arn, String roleSessionName, Optional<String> sourceIdentity, Duration duration) {
    forgetLongExpired();
    Identity identity =
        new Identity("ASIA" + randomId(16), arn, Optional.of(roleSessionName), sourceIdentity);
    Session session = new Session(randomText(192), clock.instant().plus(duration));
    AccessKey key = new AccessKey(identity, randomText(30), Optional.of(session));
    keys.put(identity.accessKeyId(), key);
    return key;
  }

  private void forgetLongExpired() {
    Instant limit = clock.instant().minus(REMEMBERED);
    keys.values()
        .removeIf(key -> key.session().filter(s -> s.expiry().isBefore(limit)).isPresent());
  }

  private String randomId(int length) {
    return random
        .ints(length, 0, ID_CHARACTERS.length())
        .mapToObj(i -> ID_CHARACTERS.substring(i, i + 1))
        .reduce("", String::concat);
  }

  private String randomText(int bytes) {
    byte[] text = new byte[bytes];
    random.nextBytes(text);
    return Base64.getEncoder().encodeToString(text);
  }
}
