package org.orderly.server.setup;

import org.orderly.server.cli.ExplainedFailure;

/** Something that the person at the terminal can put right; its message says what, in one line. */
public final class LaunchFailure extends RuntimeException implements ExplainedFailure {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line that names the part and what to do
   */
  public LaunchFailure(String message) {
    super(message);
  }
}
