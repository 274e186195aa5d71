package org.orderly.tests.signin;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.orderly.server.Machine;
import org.orderly.server.Settings;

/** Attacks on a machine of its own without rate limits. */
final class SignInDrill {

  private SignInDrill() {}

  /**
   * @return whether nobody came in who should not have
   */
  static boolean run(Options options, PrintStream out) throws IOException {
    Path folder = Files.createTempDirectory("orderly-sign-in-");
    boolean held;
    try (Machine machine = Machine.start(Settings.in(folder))) {
      Door door = new Door(machine.url());
      new Cost(door, options.time(), out).measure();
      held = new Theft(door, out).steal(options.thefts());
      Guessing guessing = new Guessing(door, out);
      held &= guessing.atOneAccount(options.guesses());
      // last, since this address may not sign in for a while after it
      guessing.atManyAccounts();
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
