package org.orderly.server.setup;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The passwords of this machine's parts: generated when first asked for, kept for good. */
public final class StackSecrets {
  private static final String FILE = "secrets.properties";

  private final DataFolder folder;
  private final Properties known = new Properties();
  private final SecureRandom random = new SecureRandom();

  public StackSecrets(DataFolder folder) {
    this.folder = folder;
    Path file = folder.path(FILE);
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        known.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The secret of this name: 192 random bits, safe in a URL. */
  public synchronized String of(String name) {
    String secret = known.getProperty(name);
    if (secret == null) {
      secret = generate();
      known.setProperty(name, secret);
      save();
    }
    return secret;
  }

  public String generate() {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).replace('-', 'x');
  }

  private void save() {
    folder.write(FILE, known, "Passwords of the parts on this machine");
  }
}
