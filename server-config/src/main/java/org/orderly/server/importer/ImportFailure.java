package org.orderly.server.importer;

import org.orderly.server.cli.ExitCode;
import org.orderly.server.cli.ExplainedFailure;

/** Why an import cannot begin or go on; its message says in one line what to do. */
final class ImportFailure extends RuntimeException implements ExplainedFailure {

  private static final long serialVersionUID = 1L;

  ImportFailure(String message) {
    super(message);
  }

  @Override
  public int exitCode() {
    return ExitCode.BROKEN_OFF;
  }
}
