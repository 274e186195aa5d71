package org.orderly.server.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./orderly test}, as the help and the completion know it. The script hands it to Maven,
 * which replaces the jars that this program runs from.
 */
@Command(name = "test", description = "Runs the whole test suite, with Maven.")
final class TestCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "<option>", description = "for Maven, such as -pl web-api -am")
  private List<String> options;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Only ./orderly in a clone runs the tests.");
  }
}
