package org.orderly.server.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./orderly completion}: a script that lets a shell complete commands and options. */
@Command(
    name = "completion",
    description = {
      "Prints a script for bash and zsh that completes commands and options:",
      "source <(./orderly completion)"
    })
final class CompletionCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().getOut().print(AutoComplete.bash("orderly", spec.root().commandLine()));
    spec.commandLine().getOut().flush();
  }
}
