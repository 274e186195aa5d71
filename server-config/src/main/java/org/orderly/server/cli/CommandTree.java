package org.orderly.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** All commands of {@code ./orderly} with the rules that hold for each of them. */
public final class CommandTree {
  private static final int WIDTH = 100;

  private CommandTree() {}

  /**
   * Runs the command that the words name.
   *
   * @param launcher classes with picocli's {@code @Command}, in the order of the help
   * @return the exit code, see {@link ExitCode}
   */
  public static int execute(List<Class<?>> launcher, String... words) {
    List<Class<?>> named = launcher.stream().filter(one -> isNamed(one, words)).toList();
    // To read what all the others understand would take longer than most commands.
    return (named.isEmpty() ? all(launcher) : of(named)).execute(words);
  }

  private static boolean isNamed(Class<?> command, String... words) {
    return words.length > 0 && command.getAnnotation(Command.class).name().equals(words[0]);
  }

  private static CommandLine all(List<Class<?>> launcher) {
    List<Class<?>> all = new ArrayList<>(launcher);
    all.add(TestCommand.class);
    ServiceLoader.load(CommandModule.class).forEach(module -> all.addAll(module.commands()));
    all.add(CompletionCommand.class);
    all.add(HelpCommand.class);
    CommandLine tree = of(all);
    // Maven's options are its own.
    tree.getSubcommands().get("test").setUnmatchedOptionsArePositionalParams(true);
    return tree;
  }

  private static CommandLine of(List<Class<?>> commands) {
    CommandLine root = new CommandLine(new RootCommand());
    commands.forEach(root::addSubcommand);
    return ruled(root);
  }

  /** A command alone, under the same rules: for its tests. */
  public static CommandLine ruled(CommandLine root) {
    inTheirOrder(root);
    return root.setExpandAtFiles(false)
        .setSeparator(" ")
        .setUsageHelpWidth(WIDTH)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setUnmatchedOptionsAllowedAsOptionParameters(false)
        .setHelpSectionMap(Map.of(HelpText.KEY, CommandTree::help))
        .setHelpSectionKeys(List.of(HelpText.KEY))
        .setParameterExceptionHandler(UsageError::tell)
        .setExecutionExceptionHandler(CommandTree::failed);
  }

  private static String help(CommandLine.Help of) {
    return HelpText.of(of.commandSpec().commandLine());
  }

  /** Options stand in the help as they are declared. */
  private static void inTheirOrder(CommandLine command) {
    command.getCommandSpec().usageMessage().sortOptions(false).sortSynopsis(false);
    command.getSubcommands().values().forEach(CommandTree::inTheirOrder);
  }

  private static int failed(
      Exception failure, CommandLine command, CommandLine.ParseResult understood) {
    if (failure instanceof ExplainedFailure explained) {
      command.getErr().println(explained.getMessage());
      return explained.exitCode();
    }
    // A fault of ours: its trace helps.
    failure.printStackTrace(command.getErr());
    return ExitCode.FAILED;
  }
}
