package org.orderly.server;

import java.util.List;
import org.orderly.server.cli.CommandTree;
import org.orderly.server.importer.ImportCommand;
import org.orderly.server.keys.KeysCommand;

/** What {@code ./orderly} runs. */
public final class Main {
  private Main() {}

  /** Runs one command and ends with its exit code; parts that it has started do not outlive it. */
  public static void main(String[] words) {
    System.exit(run(words));
  }

  /**
   * Runs one command in this process.
   *
   * @return the exit code, see {@link org.orderly.server.cli.ExitCode}
   */
  public static int run(String... words) {
    return CommandTree.execute(
        List.of(RunCommand.class, ImportCommand.class, KeysCommand.class), words);
  }
}
