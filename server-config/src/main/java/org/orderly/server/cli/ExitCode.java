package org.orderly.server.cli;

/** What {@code ./orderly} tells the program that has called it. */
public final class ExitCode {
  /** All was done. */
  public static final int OK = 0;

  /** It failed, or proved that something is wrong; what was said tells why. */
  public static final int FAILED = 1;

  /** The command line is not understood; nothing was done. */
  public static final int USAGE = 2;

  /** Of an import: not begun or broken off; it can be repeated as it is. */
  public static final int BROKEN_OFF = 3;

  private ExitCode() {}
}
