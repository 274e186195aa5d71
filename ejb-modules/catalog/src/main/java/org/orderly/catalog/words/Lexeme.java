package org.orderly.catalog.words;

/** A word as PostgreSQL reads it in a {@code tsvector} or {@code tsquery}. */
public final class Lexeme {

  private Lexeme() {}

  /** The word in quotation marks: nothing in it is syntax. */
  public static String quoted(String word) {
    return '\'' + word.replace("\\", "\\\\").replace("'", "''") + '\'';
  }
}
