package org.orderly.platform.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The result of one statement of a {@link SqlBatch}; available once the batch has run. */
public final class BatchResult<T> {

  /** Reads the statement's current result, and leaves it to the batch to move to the next one. */
  @FunctionalInterface
  interface Reader<T> {
    T read(PreparedStatement statement) throws SQLException;
  }

  private final Reader<T> reader;
  private @Nullable T value;

  BatchResult(Reader<T> reader) {
    this.reader = reader;
  }

  void read(PreparedStatement statement) throws SQLException {
    value = reader.read(statement);
  }

  /**
   * What the statement returned.
   *
   * @throws IllegalStateException if the batch has not run, or failed before this statement
   */
  public T get() {
    T known = value;
    if (known == null) {
      throw new IllegalStateException("the batch has not run");
    }
    return known;
  }
}
