package io.portico.testsupport;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts of pieces that mean something to a parser, and of other signs between them. */
public final class Pieces {
  private static final int MOST = 12;

  private Pieces() {}

  public static Arbitrary<String> of(String... pieces) {
    return Arbitraries.frequencyOf(
            Tuple.of(5, Arbitraries.of(pieces)),
            Tuple.of(1, Arbitraries.strings().ascii().ofMaxLength(3)),
            Tuple.of(1, Arbitraries.strings().all().ofMaxLength(2)))
        .list()
        .ofMaxSize(MOST)
        .map(chosen -> String.join("", chosen));
  }
}
