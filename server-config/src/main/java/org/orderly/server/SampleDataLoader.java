package org.orderly.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.orderly.server.component.LaunchConsole;
import org.orderly.server.importer.SampleShop;
import org.orderly.server.setup.DataFolder;
import org.orderly.server.setup.LaunchFailure;
import org.orderly.server.setup.LaunchSettings;

/**
 * Fills the sample shop, once the shop is ready, on the first start of a data folder, and finishes
 * it if that start was cut short. A shop that has products of its own, in a database outside, is
 * left alone.
 */
final class SampleDataLoader {
  private static final String FILE = "sample-shop";
  private static final String BEGUN = "begun";
  private static final String DECIDED = "decided";

  private final LaunchSettings launchSettings;
  private final LocalStack localStack;
  private final LaunchConsole launchConsole;
  private final DataFolder folder;

  SampleDataLoader(
      LaunchSettings launchSettings, LocalStack localStack, LaunchConsole launchConsole) {
    this.launchSettings = launchSettings;
    this.localStack = localStack;
    this.launchConsole = launchConsole;
    this.folder = new DataFolder(launchSettings.dataDir());
  }

  /** A shop that is ready does not end because its samples are missing. */
  void ifFirst() {
    try {
      decide();
    } catch (LaunchFailure e) {
      if (localStack.isClosed()) {
        throw e;
      }
      launchConsole.say(e.getMessage() + " The next start tries again.");
    }
  }

  private void decide() {
    String state = state();
    if (state.equals(DECIDED)) {
      return;
    }
    boolean wanted =
        state.equals(BEGUN) || (!launchSettings.empty() && SampleShop.isNeeded(localStack.url()));
    if (wanted
        && launchSettings.variable("ORDERLY_ADMIN_2FA").filter("required"::equals).isPresent()) {
      launchConsole.say("The sample shop is not filled: its admin has no second factor yet.");
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
    launchConsole.begin("Sample shop");
    long products;
    try {
      products = SampleShop.fill(localStack.url(), localStack.admin());
    } catch (RuntimeException e) {
      launchConsole.drop("Sample shop");
      throw e;
    }
    launchConsole.step(
        "Sample shop", products + " products", Duration.between(begin, Instant.now()));
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
