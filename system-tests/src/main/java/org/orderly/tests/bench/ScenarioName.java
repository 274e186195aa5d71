package org.orderly.tests.bench;

import java.util.List;
import java.util.stream.Collectors;
import org.orderly.server.cli.InvalidOptionValue;
import picocli.CommandLine.ITypeConverter;

/** Takes the name of a scenario of one bench; each bench has a class of its own. */
abstract class ScenarioName implements ITypeConverter<Scenario> {
  private final List<Scenario> known;

  ScenarioName(List<Scenario> known) {
    this.known = known;
  }

  @Override
  public Scenario convert(String value) {
    return known.stream()
        .filter(scenario -> scenario.code().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidOptionValue(
                    "must be one of "
                        + known.stream().map(Scenario::code).collect(Collectors.joining(", ")),
                    value));
  }
}
