package org.orderly.server.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./orderly test}, as the help and the completion know it. The script hands it to Maven,
 * which replaces the jars that this program runs from.
 */
@Command(
    name = "test",
    description = {
      "Runs the tests, with Maven: all of them, or those of the levels that are named."
    })
final class TestCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(names = "--fast", description = "unit tests, without a database")
  private boolean fast;

  @Option(
      names = "--database",
      description = "tests with an embedded PostgreSQL alone (*DatabaseTest)")
  private boolean database;

  @Option(names = "--system", description = "tests with the whole shop (*IT)")
  private boolean system;

  @Parameters(paramLabel = "<option>", description = "for Maven, such as -pl web-api -am")
  private List<String> options;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Only ./orderly in a clone runs the tests.");
  }
}
