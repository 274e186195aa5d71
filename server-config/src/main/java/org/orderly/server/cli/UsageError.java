package org.orderly.server.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One line about a command line that is not understood. */
final class UsageError {
  private UsageError() {}

  static int tell(ParameterException refused, String[] words) {
    CommandLine command = refused.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(sentence(reason(refused)) + " See " + name + " --help.");
    return ExitCode.USAGE;
  }

  private static String reason(ParameterException refused) {
    if (refused instanceof UnmatchedArgumentException unmatched) {
      return unknown(unmatched);
    }
    if (refused.getCause() instanceof InvalidOptionValue invalid
        && refused.getArgSpec() instanceof OptionSpec option) {
      return option.longestName() + " " + invalid.getMessage();
    }
    return refused.getMessage();
  }

  private static String unknown(UnmatchedArgumentException unmatched) {
    String word = unmatched.getUnmatched().get(0);
    boolean expectsCommand = !unmatched.getCommandLine().getSubcommands().isEmpty();
    String kind = unmatched.isUnknownOption() ? "option" : expectsCommand ? "command" : "argument";
    String reason = "Unknown " + kind + " \"" + word + "\".";
    List<String> similar = SimilarNames.to(word, known(unmatched));
    return similar.isEmpty()
        ? reason
        : reason + " Did you mean " + String.join(" or ", similar) + "?";
  }

  private static List<String> known(UnmatchedArgumentException unmatched) {
    CommandLine command = unmatched.getCommandLine();
    return unmatched.isUnknownOption()
        ? command.getCommandSpec().options().stream()
            .map(OptionSpec::longestName)
            .collect(Collectors.toList())
        : List.copyOf(command.getSubcommands().keySet());
  }

  private static String sentence(String text) {
    String begun = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return begun.matches("(?s).*[.?!]") ? begun : begun + ".";
  }
}
