package org.orderly.tests.cli;

import java.util.stream.Stream;

/** The words of a command line, as a shell hands them over. */
public final class CommandWords {
  private CommandWords() {}

  /** No words of an empty line. */
  public static String[] of(String line) {
    return Stream.of(line.split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new);
  }
}
