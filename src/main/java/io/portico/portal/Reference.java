package io.portico.portal;

import java.security.SecureRandom;

/** A short name for one failure: shown to the person, written to the log beside the cause. */
public final class Reference {
  // No vowels and no look-alikes, so that it can be read out over the telephone.
  private static final String ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ";
  private static final int LENGTH = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Reference() {}

  public static String next() {
    return RANDOM
        .ints(LENGTH, 0, ALPHABET.length())
        .collect(StringBuilder::new, (s, i) -> s.append(ALPHABET.charAt(i)), StringBuilder::append)
        .toString();
  }
}
