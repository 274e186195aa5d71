package org.orderly.server;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.orderly.server.importer.ImportCommand;

/** What {@code ./orderly} runs. */
public final class Main {
  private static final int FAILED = 1;
  private static final int WRONG_ARGUMENTS = 2;

  private Main() {}

  /** Runs one command; a failure that a person can put right is one line and exit code 1 or 2. */
  public static void main(String[] words) {
    try {
      List<String> rest = List.of(words).subList(Math.min(1, words.length), words.length);
      switch (words.length == 0 ? "" : words[0]) {
        case "run" -> run(rest);
        case "import" -> importFile(rest);
        case "keys" -> keys(rest);
        default -> {
          System.err.println("Unknown command \"" + words[0] + "\". See ./orderly help.");
          System.exit(WRONG_ARGUMENTS);
        }
      }
    } catch (LaunchFailure e) {
      System.err.println(e.getMessage());
      System.exit(FAILED);
    } catch (RuntimeException e) {
      // A fault of ours: its trace helps, and the parts must not outlive it.
      e.printStackTrace();
      System.exit(FAILED);
    }
  }

  private static Path home() {
    return Path.of(System.getProperty("orderly.home", "")).toAbsolutePath();
  }

  private static void run(List<String> words) {
    Settings settings = Arguments.parse(words, false).toRun(home(), System.getenv());
    java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.WARNING);
    Console console = new Console(System.out);
    Instant begin = Instant.now();
    Machine machine = new Machine(settings, console);
    Runtime.getRuntime().addShutdownHook(new Thread(machine::close, "stop"));
    Welcome welcome = new Welcome(settings, machine, console);
    welcome.before();
    try {
      machine.open();
      welcome.ready(Duration.between(begin, Instant.now()));
      new FirstFill(settings, machine, console).ifFirst();
      keepTidy(machine);
    } catch (RuntimeException e) {
      // Ctrl-C while a part starts: it is gone because it was stopped.
      if (!machine.isClosed()) {
        throw e;
      }
    }
  }

  private static void keepTidy(Machine machine) {
    CountDownLatch never = new CountDownLatch(1);
    try {
      while (!never.await(1, TimeUnit.MINUTES)) {
        machine.trimLogs();
        machine.tidyKeys();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void keys(List<String> words) {
    Arguments arguments = Arguments.parse(words, true);
    Settings settings = arguments.toReach(home(), System.getenv());
    new KeysCommand(SigningKeys.of(settings), new Console(System.out)).run(arguments.rest());
  }

  private static void importFile(List<String> words) {
    Arguments arguments = Arguments.parse(words, true);
    Settings settings = arguments.toReach(home(), System.getenv());
    System.exit(ImportCommand.run(arguments.rest().toArray(String[]::new), settings));
  }
}
