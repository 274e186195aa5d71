package org.orderly.tests.signin;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.server.cli.ExitCode;
import org.orderly.server.cli.WholeNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./orderly drill sign-in}. */
@Command(
    name = "sign-in",
    description = {
      "Guesses at passwords and steals refresh tokens of an Orderly of its own, and measures what",
      "signing in and checking tokens cost. Exit code 0: nobody came in who should not have."
    })
public final class DrillSignInCommand implements Callable<Integer> {
  @Option(
      names = "--guesses",
      paramLabel = "N",
      defaultValue = "10000",
      converter = Guesses.class,
      description = "at one password (${DEFAULT-VALUE})")
  private int guesses;

  @Option(
      names = "--thefts",
      paramLabel = "N",
      defaultValue = "100",
      converter = Thefts.class,
      description = "of refresh tokens (${DEFAULT-VALUE})")
  private int thefts;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "8",
      converter = Seconds.class,
      description = "of each row of the costs (${DEFAULT-VALUE})")
  private int seconds;

  private static final class Guesses extends WholeNumber {
    private Guesses() {
      super(1, 1_000_000);
    }
  }

  private static final class Thefts extends WholeNumber {
    private Thefts() {
      super(1, 10_000);
    }
  }

  private static final class Seconds extends WholeNumber {
    private Seconds() {
      super(1, 600);
    }
  }

  SignInDrillOptions options() {
    return new SignInDrillOptions(guesses, thefts, Duration.ofSeconds(seconds));
  }

  @Override
  public Integer call() throws IOException {
    Logger.getLogger("").setLevel(Level.OFF);
    return SignInDrill.run(options(), System.out) ? ExitCode.OK : ExitCode.FAILED;
  }
}
