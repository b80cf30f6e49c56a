package io.portico.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether the person of this request signed in lately enough for something weighty. A page asks
 * {@link #isFresh} and offers a way to sign in again; whatever does the weighty thing asks again.
 */
@ApplicationScoped
public class FreshSignIn {
  /** The provider's clock may be ahead of ours, as the tenant for programs has it too. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final SignedIn signedIn;
  private final Duration maxAge;
  private final Clock clock;

  @Inject
  FreshSignIn(SignedIn signedIn, IdentityConfig config) {
    this(signedIn, config.freshSignIn(), Clock.systemUTC());
  }

  FreshSignIn(SignedIn signedIn, Duration maxAge, Clock clock) {
    this.signedIn = signedIn;
    this.maxAge = maxAge;
    this.clock = clock;
  }

  /**
   * Never for a sign-in of an unknown time, nor of one to come, which would stay fresh too long.
   */
  public boolean isFresh() {
    Instant now = clock.instant();
    return signedIn
        .signedInAt()
        .filter(at -> !at.isBefore(now.minus(maxAge)) && !at.isAfter(now.plus(GRACE)))
        .isPresent();
  }

  /**
   * To be called before anything is done.
   *
   * @throws StaleSignIn unless the sign-in is fresh; answered with a page that leads to a new one
   */
  public void demand() {
    if (!isFresh()) {
      throw new StaleSignIn();
    }
  }
}
