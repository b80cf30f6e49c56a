package io.portico.apidocs.publishing;

import java.util.Arrays;
import java.util.Locale;

/**
 * One side of a comparison, as addresses spell it: {@code draft}, {@code stage:prod} or {@code
 * version:1.2.0}.
 *
 * @param name of the stage or version, whatever it holds; empty for the draft
 */
public record Side(Kind kind, String name) {
  /** What documentation is compared. */
  public enum Kind {
    DRAFT,
    STAGE,
    VERSION;

    private String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final Side DRAFT = new Side(Kind.DRAFT, "");

  /**
   * What has a name is compared by it.
   *
   * @throws InvalidSide if a stage or version has none, or the draft has one
   */
  public Side {
    if (kind == Kind.DRAFT != name.isEmpty()) {
      throw new InvalidSide();
    }
  }

  public static Side stage(String name) {
    return new Side(Kind.STAGE, name);
  }

  public static Side version(String name) {
    return new Side(Kind.VERSION, name);
  }

  /**
   * Reads what {@link #toString} spells.
   *
   * @throws InvalidSide if it is spelled in another way
   */
  public static Side parse(String spelled) {
    String[] parts = spelled.split(":", 2);
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(candidate -> candidate.label().equals(parts[0]))
            .findFirst()
            .orElseThrow(InvalidSide::new);
    // Which a colon would not be part of.
    if (kind == Kind.DRAFT && parts.length > 1) {
      throw new InvalidSide();
    }
    return new Side(kind, parts.length > 1 ? parts[1] : "");
  }

  /** As addresses spell it, before they encode it. */
  @Override
  public String toString() {
    return kind == Kind.DRAFT ? kind.label() : kind.label() + ":" + name;
  }
}
