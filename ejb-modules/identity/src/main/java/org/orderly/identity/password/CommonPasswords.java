package org.orderly.identity.password;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords that guessers try first, from a list that comes with the shop. */
@ApplicationScoped
class CommonPasswords {

  private static final String LIST = "common-passwords.txt";

  private final Set<String> known;

  CommonPasswords() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                CommonPasswords.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
      known =
          lines
              .lines()
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the list has the password, in whatever case. */
  boolean contain(String canonical) {
    return known.contains(canonical.toLowerCase(Locale.ROOT));
  }
}
