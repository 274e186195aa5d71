package org.orderly.tests.cli;

import org.orderly.tests.drill.DrillCrashCommand;
import org.orderly.tests.drill.payments.DrillPaymentsCommand;
import org.orderly.tests.drill.selftest.DrillSelfTestCommand;
import org.orderly.tests.signin.DrillSignInCommand;
import picocli.CommandLine.Command;

/** {@code ./orderly drill}: what a shop bears. */
@Command(
    name = "drill",
    subcommands = {
      DrillCrashCommand.class,
      DrillSelfTestCommand.class,
      DrillPaymentsCommand.class,
      DrillSignInCommand.class
    })
final class DrillCommand {}
