package org.orderly.server.cli;

/**
 * A failure whose message tells the person at the terminal in one line what to do: the command line
 * prints it without a stack trace.
 */
public interface ExplainedFailure {
  /** One line. */
  String getMessage();

  default int exitCode() {
    return ExitCode.FAILED;
  }
}
