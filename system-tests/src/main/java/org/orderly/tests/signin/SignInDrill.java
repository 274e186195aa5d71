package org.orderly.tests.signin;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.orderly.server.LocalStack;
import org.orderly.server.setup.LaunchSettings;

/** Attacks on a machine of its own without rate limits. */
final class SignInDrill {

  private SignInDrill() {}

  /**
   * @return whether nobody came in who should not have
   */
  static boolean run(SignInDrillOptions signInDrillOptions, PrintStream out) throws IOException {
    Path folder = Files.createTempDirectory("orderly-sign-in-");
    boolean held;
    try (LocalStack localStack = LocalStack.start(LaunchSettings.in(folder))) {
      SignInRoutes signInRoutes = new SignInRoutes(localStack.url());
      new SignInCost(signInRoutes, signInDrillOptions.time(), out).measure();
      held = new TokenTheft(signInRoutes, out).steal(signInDrillOptions.thefts());
      GuessingAttack guessingAttack = new GuessingAttack(signInRoutes, out);
      held &= guessingAttack.atOneAccount(signInDrillOptions.guesses());
      // last, since this address may not sign in for a while after it
      guessingAttack.atManyAccounts();
    }
    delete(folder);
    out.println(held ? "Nobody came in who should not have." : "SOMEBODY CAME IN.");
    return held;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
