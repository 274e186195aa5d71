package org.orderly.server.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code ./orderly help}: all commands, or one. */
@Command(
    name = "help",
    description = "Shows this text, or what it says of one command; so does <command> --help.")
final class HelpCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "<command>", description = "such as run, or drill crash")
  private List<String> words = List.of();

  @Override
  public void run() {
    CommandLine command = spec.root().commandLine();
    for (String word : words) {
      CommandLine below = command.getSubcommands().get(word);
      if (below == null) {
        throw new UnmatchedArgumentException(command, List.of(word));
      }
      command = below;
    }
    spec.commandLine().getOut().print(HelpText.of(command));
    spec.commandLine().getOut().flush();
  }
}
