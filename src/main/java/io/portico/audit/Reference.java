package io.portico.audit;

import io.vertx.ext.web.RoutingContext;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A short name for one request: in its answer, in the log beside what went wrong, and in the audit
 * trail.
 */
public final class Reference {
  // No vowels and no look-alikes, so that it can be read out over the telephone.
  private static final String ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ";
  private static final int LENGTH = 8;
  private static final String KEY = Reference.class.getName();

  private Reference() {}

  /** The request's own, made when it is first asked for. */
  public static String of(RoutingContext context) {
    String known = context.get(KEY);
    if (known != null) {
      return known;
    }
    String reference = next();
    context.put(KEY, reference);
    return reference;
  }

  /** A new one; not a secret, so it need not be hard to guess. */
  private static String next() {
    Random random = ThreadLocalRandom.current();
    StringBuilder reference = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      reference.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return reference.toString();
  }
}
