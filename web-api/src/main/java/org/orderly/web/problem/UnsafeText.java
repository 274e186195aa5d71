package org.orderly.web.problem;

import java.util.Optional;

/**
 * Finds what no text of a request may hold: control characters other than tab and line breaks
 * (PostgreSQL keeps no U+0000), halves of surrogate pairs, and the controls that reorder what is
 * read (Unicode TR 36, bidirectional text spoofing). Marks of direction are text and pass.
 */
public final class UnsafeText {

  private UnsafeText() {}

  /** Why the text is refused, in words; empty if it may pass. */
  public static Optional<String> in(String text) {
    int next;
    for (int i = 0; i < text.length(); i = next) {
      int character = text.codePointAt(i);
      next = i + Character.charCount(character);
      if (isUnsafe(character)) {
        return Optional.of("contains a character that is not allowed: U+%04X".formatted(character));
      }
    }
    return Optional.empty();
  }

  private static boolean isUnsafe(int character) {
    return switch (character) {
      case '\t', '\n', '\r' -> false;
      default ->
          Character.isISOControl(character)
              || character >= 0x202A && character <= 0x202E
              || character >= 0x2066 && character <= 0x2069
              || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    };
  }
}
