package org.orderly.tests.cli;

import org.orderly.tests.bench.BenchCheckoutCommand;
import org.orderly.tests.bench.BenchReadsCommand;
import picocli.CommandLine.Command;

/** {@code ./orderly bench}: what the parts of a shop cost. */
@Command(
    name = "bench",
    subcommands = {BenchCheckoutCommand.class, BenchReadsCommand.class})
final class BenchCommand {}
