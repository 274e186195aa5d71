package org.orderly.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code --help} says of a command, and of the commands below it. */
final class HelpText {
  /** Names the only section of the help. */
  static final String KEY = "all";

  private static final String INDENT = "    ";

  private HelpText() {}

  static String of(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    StringBuilder text = new StringBuilder();
    if (spec.root() == spec) {
      lines(text, "", spec.usageMessage().description());
    }
    if (command.getSubcommands().isEmpty()) {
      leaf(text, command);
    } else {
      command.getSubcommands().values().forEach(below -> text.append(of(below)));
    }
    if (spec.root() == spec) {
      text.append('\n').append(environment());
    }
    return text.toString();
  }

  private static void leaf(StringBuilder text, CommandLine command) {
    Help help = command.getHelp();
    text.append(help.synopsis(0));
    lines(text, INDENT, command.getCommandSpec().usageMessage().description());
    text.append(help.parameterList()).append(help.optionList());
  }

  private static void lines(StringBuilder text, String indent, String... lines) {
    for (String line : lines) {
      text.append(indent).append(Ansi.OFF.string(line)).append('\n');
    }
  }

  private static String environment() {
    try (InputStream text = HelpText.class.getResourceAsStream("environment.txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
