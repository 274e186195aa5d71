package org.orderly.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code ./orderly} itself, which does nothing without a command. */
@Command(
    name = "./orderly",
    description = {
      "Usage: ./orderly <command> [options]. Exit codes: 0 done, 1 failed, 2 the command line is not",
      "understood and nothing was done."
    })
final class RootCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      hidden = true,
      scope = ScopeType.INHERIT)
  private boolean help;
}
