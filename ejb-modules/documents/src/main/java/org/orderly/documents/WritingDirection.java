package org.orderly.documents;

import java.text.Bidi;

/** Which way a paragraph is written, by its first letter that has a direction. */
enum WritingDirection {
  LEFT_TO_RIGHT(Bidi.DIRECTION_LEFT_TO_RIGHT),
  RIGHT_TO_LEFT(Bidi.DIRECTION_RIGHT_TO_LEFT);

  private static final String BRACKETS = "()[]{}<>«»‹›";

  private final int flag;

  WritingDirection(int flag) {
    this.flag = flag;
  }

  static WritingDirection of(String paragraph) {
    return new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
        ? LEFT_TO_RIGHT
        : RIGHT_TO_LEFT;
  }

  /** The letters of a line of such a paragraph from left to right, as they stand on paper. */
  String drawn(String line) {
    Bidi bidi = new Bidi(line, flag);
    if (bidi.isLeftToRight()) {
      return line;
    }
    byte[] levels = new byte[bidi.getRunCount()];
    String[] runs = new String[levels.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      String run = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
      runs[i] = levels[i] % 2 == 0 ? run : turned(run);
    }
    Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
    return String.join("", runs);
  }

  private static String turned(String run) {
    StringBuilder turned = new StringBuilder();
    run.codePoints().map(WritingDirection::mirrored).forEach(turned::appendCodePoint);
    return turned.reverse().toString();
  }

  private static int mirrored(int letter) {
    int at = BRACKETS.indexOf(letter);
    return at < 0 ? letter : BRACKETS.charAt(at ^ 1);
  }
}
