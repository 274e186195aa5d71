package org.orderly.tests.bench.floor;

import java.sql.SQLException;

/** Writes orders on connections of its own, one transaction after the other. */
interface FloorWorker extends AutoCloseable {

  /** Returns how many orders were committed. */
  long runUntil(long deadline) throws SQLException;

  @Override
  void close() throws SQLException;
}
