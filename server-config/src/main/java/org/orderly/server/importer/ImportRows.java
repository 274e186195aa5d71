package org.orderly.server.importer;

import java.io.Closeable;
import java.io.IOException;

/** The rows of a file, one after another; only the current one is in memory. */
interface ImportRows extends Closeable {

  /** The next row; {@code null} after the last. */
  ImportRow next() throws IOException;
}
