package org.orderly.tests.cli;

import java.util.List;
import org.orderly.server.cli.CommandModule;
import org.orderly.tests.replay.ReplayCommand;

/** The commands of the programs that measure a shop, or prove its books. */
public final class MeasuringCommands implements CommandModule {
  @Override
  public List<Class<?>> commands() {
    return List.of(ReplayCommand.class, BenchCommand.class, DrillCommand.class);
  }
}
