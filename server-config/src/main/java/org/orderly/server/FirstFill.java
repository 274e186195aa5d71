package org.orderly.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.orderly.server.importer.SampleShop;

/**
 * Fills the sample shop, once the shop is ready, on the first start of a data folder, and finishes
 * it if that start was cut short. A shop that has products of its own, in a database outside, is
 * left alone.
 */
final class FirstFill {
  private static final String FILE = "sample-shop";
  private static final String BEGUN = "begun";
  private static final String DECIDED = "decided";

  private final Settings settings;
  private final Machine machine;
  private final Console console;
  private final DataFolder folder;

  FirstFill(Settings settings, Machine machine, Console console) {
    this.settings = settings;
    this.machine = machine;
    this.console = console;
    this.folder = new DataFolder(settings.dataDir());
  }

  /** A shop that is ready does not end because its samples are missing. */
  void ifFirst() {
    try {
      decide();
    } catch (LaunchFailure e) {
      if (machine.isClosed()) {
        throw e;
      }
      console.say(e.getMessage() + " The next start tries again.");
    }
  }

  private void decide() {
    String state = state();
    if (state.equals(DECIDED)) {
      return;
    }
    boolean wanted =
        state.equals(BEGUN) || (!settings.empty() && SampleShop.isNeeded(machine.url()));
    if (wanted && settings.variable("ORDERLY_ADMIN_2FA").filter("required"::equals).isPresent()) {
      console.say("The sample shop is not filled: its admin has no second factor yet.");
      return;
    }
    if (wanted) {
      folder.write(FILE, BEGUN);
      fill();
    }
    folder.write(FILE, DECIDED);
  }

  private void fill() {
    Instant begin = Instant.now();
    console.begin("Sample shop");
    long products;
    try {
      products = SampleShop.fill(machine.url(), machine.admin());
    } catch (RuntimeException e) {
      console.drop("Sample shop");
      throw e;
    }
    console.step("Sample shop", products + " products", Duration.between(begin, Instant.now()));
  }

  private String state() {
    Path file = folder.path(FILE);
    try {
      return Files.exists(file) ? Files.readString(file).strip() : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
