package io.portico.agents;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.portico.portal.Preference;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** Content codings (RFC 9110, 8.4.1), the one that makes the fewest bytes first. */
enum Coding {
  /** Where there is the native library for the machine. */
  BROTLI("br") {
    @Override
    Optional<byte[]> made(byte[] content) throws IOException {
      return Brotli4jLoader.isAvailable()
          ? Optional.of(
              Encoder.compress(content, new Encoder.Parameters().setQuality(BROTLI_QUALITY)))
          : Optional.empty();
    }
  },
  GZIP("gzip") {
    @Override
    Optional<byte[]> made(byte[] content) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(content);
      }
      return Optional.of(bytes.toByteArray());
    }
  },
  IDENTITY("identity") {
    @Override
    Optional<byte[]> made(byte[] content) {
      return Optional.of(content);
    }
  };

  /** The best, 11, takes seconds for a megabyte and saves a few percent. */
  private static final int BROTLI_QUALITY = 9;

  private final String label;

  Coding(String label) {
    this.label = label;
  }

  /** As headers spell it. */
  String label() {
    return label;
  }

  /** A strong tag is of the bytes sent, so each coding has its own (RFC 9110, 8.8.3.3). */
  String tag(String digest) {
    return '"' + digest + (this == IDENTITY ? "" : "-" + label) + '"';
  }

  abstract Optional<byte[]> made(byte[] content) throws IOException;

  /** The content in this coding; empty if that is no shorter, or cannot be made here. */
  Optional<byte[]> of(byte[] content) {
    try {
      return made(content).filter(bytes -> this == IDENTITY || bytes.length < content.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The one of those there are that a header {@code Accept-Encoding} likes best (RFC 9110, 12.5.3);
   * without any that it takes, none.
   */
  static Coding preferred(List<String> acceptEncoding, Set<Coding> offered) {
    List<Preference> preferences = Preference.in(acceptEncoding);
    Coding best = IDENTITY;
    int most = IDENTITY.weight(preferences).orElse(0);
    for (Coding coding : values()) {
      int weight = coding.weight(preferences).orElse(0);
      boolean better = weight > most || weight == most && coding.ordinal() < best.ordinal();
      if (weight > 0 && offered.contains(coding) && better) {
        best = coding;
        most = weight;
      }
    }
    return best;
  }

  private Optional<Integer> weight(List<Preference> preferences) {
    return weight(label, preferences).or(() -> weight("*", preferences));
  }

  private static Optional<Integer> weight(String name, List<Preference> preferences) {
    return preferences.stream()
        .filter(preference -> preference.name().equals(name))
        .map(Preference::weight)
        .findFirst();
  }
}
