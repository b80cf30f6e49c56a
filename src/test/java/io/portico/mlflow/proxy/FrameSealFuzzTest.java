package io.portico.mlflow.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.portico.mlflow.AccessLevel;
import io.portico.portal.PortalSecret;
import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.testsupport.FixedPortalConfig;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the portal sealed opens as it was, and nothing else opens. */
class FrameSealFuzzTest {
  private static final FrameSeal SEAL =
      new FrameSeal(new PortalSecret(new FixedPortalConfig("s".repeat(32))));

  @Property(tries = 200)
  void whatWasSealedOpensAsItWas(@ForAll("grants") FrameGrant grant) {
    assertEquals(Optional.of(grant), SEAL.openTicket(SEAL.ticket(grant)));
    assertEquals(Optional.of(grant), SEAL.openSession(SEAL.session(grant)));
    assertTrue(SEAL.openSession(SEAL.ticket(grant)).isEmpty());
    assertTrue(SEAL.openTicket(SEAL.session(grant)).isEmpty());
  }

  @Property(tries = 8)
  @Holds(Promise.TOKENS_AND_SESSIONS_STAY_APART)
  void oneBitMoreOrLessAndItIsClosed(@ForAll("grants") FrameGrant grant) {
    String sealed = SEAL.session(grant);
    for (int bit = 0; bit < sealed.length() * 8; bit++) {
      char[] tampered = sealed.toCharArray();
      tampered[bit / 8] ^= (char) (1 << bit % 8);
      assertTrue(SEAL.openSession(new String(tampered)).isEmpty(), "bit " + bit + " of " + sealed);
    }
  }

  /** A second spelling of one session would be a second cookie for it. */
  @Property(tries = 100)
  void norDoesItOpenInAnotherSpelling(
      @ForAll("grants") FrameGrant grant, @ForAll("additions") String addition, @ForAll int where) {
    String sealed = SEAL.session(grant);
    int at = Math.floorMod(where, sealed.length() + 1);
    String longer = sealed.substring(0, at) + addition + sealed.substring(at);
    assertTrue(SEAL.openSession(longer).isEmpty(), longer);
    assertTrue(SEAL.openSession(sealed + addition).isEmpty());
  }

  @FuzzTest
  void nothingElseOpens(byte[] text) {
    assertTrue(SEAL.openTicket(new String(text, ISO_8859_1)).isEmpty());
    assertTrue(SEAL.openSession(new String(text, ISO_8859_1)).isEmpty());
  }

  @Provide
  Arbitrary<String> additions() {
    return Arbitraries.of("=", "==", "A", ".", " ", "\n", "%3D", "AAAA", "é");
  }

  @Provide
  Arbitrary<FrameGrant> grants() {
    Arbitrary<String> texts = Arbitraries.strings().all().ofMaxLength(100);
    return Combinators.combine(
            texts,
            texts,
            Arbitraries.of(AccessLevel.class),
            texts,
            texts,
            texts,
            Arbitraries.longs().between(0, 1L << 40).map(Instant::ofEpochSecond))
        .as(FrameGrant::new);
  }
}
