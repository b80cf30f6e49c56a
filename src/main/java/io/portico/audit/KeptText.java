package io.portico.audit;

/**
 * Text as it may be kept: no longer than it should be, and without what could break a line, steer a
 * terminal or be refused by PostgreSQL (U+0000, halves of surrogate pairs).
 */
final class KeptText {
  private static final int REPLACEMENT = 0xFFFD;
  private static final int ELLIPSIS = '…';

  private KeptText() {}

  /**
   * The same text where it does no harm.
   *
   * @param length in code points; what is cut off leaves an ellipsis
   */
  static String of(String text, int length) {
    if (text == null) {
      return "";
    }
    int[] kept = text.codePoints().limit(length + 1L).map(KeptText::harmless).toArray();
    if (kept.length > length) {
      kept[length - 1] = ELLIPSIS;
    }
    return new String(kept, 0, Math.min(kept.length, length));
  }

  private static int harmless(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          REPLACEMENT;
      default -> codePoint;
    };
  }
}
