package org.orderly.server.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Who may administer the shop.
 *
 * @param email what to sign in with
 * @param password its password; never printed by {@link #toString()}
 */
public record AdminCredentials(String email, String password) {
  private static final String FILE = "admin-credentials";
  private static final String DEFAULT_EMAIL = "admin@orderly.local";

  /**
   * The first admin: from {@code ORDERLY_ADMIN_EMAIL} and {@code ORDERLY_ADMIN_PASSWORD}, else as
   * kept in the data folder.
   *
   * @throws LaunchFailure when neither is there
   */
  public static AdminCredentials of(LaunchSettings launchSettings) {
    DataFolder folder = new DataFolder(launchSettings.dataDir());
    if (launchSettings.variable("ORDERLY_ADMIN_PASSWORD").isPresent()) {
      return given(launchSettings);
    }
    if (!Files.exists(folder.path(FILE))) {
      throw new LaunchFailure(
          "There is no shop in " + folder.root() + " yet. Start it with ./orderly run.");
    }
    return read(folder.path(FILE));
  }

  /** The same, and generated on first start. */
  public static AdminCredentials ensure(
      LaunchSettings launchSettings, DataFolder folder, StackSecrets stackSecrets) {
    if (launchSettings.variable("ORDERLY_ADMIN_PASSWORD").isPresent()) {
      return given(launchSettings);
    }
    if (!Files.exists(folder.path(FILE))) {
      String email = launchSettings.variable("ORDERLY_ADMIN_EMAIL").orElse(DEFAULT_EMAIL);
      folder.write(FILE, email + "\n" + stackSecrets.generate() + "\n");
    }
    return read(folder.path(FILE));
  }

  private static AdminCredentials given(LaunchSettings launchSettings) {
    return new AdminCredentials(
        launchSettings.variable("ORDERLY_ADMIN_EMAIL").orElse(DEFAULT_EMAIL),
        launchSettings.variable("ORDERLY_ADMIN_PASSWORD").orElseThrow());
  }

  private static AdminCredentials read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return new AdminCredentials(lines.get(0).strip(), lines.get(1).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IndexOutOfBoundsException e) {
      throw new LaunchFailure(file + " must hold two lines, an e-mail address and a password.");
    }
  }

  @Override
  public String toString() {
    return "AdminCredentials[" + email + "]";
  }
}
