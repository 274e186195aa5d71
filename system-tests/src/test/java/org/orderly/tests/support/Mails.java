package org.orderly.tests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mails that the shop sent, as its mailbox keeps them. */
public final class Mails {

  private Mails() {}

  /** The secret of the newest link of a kind, such as {@code verify}, in a mail to an address. */
  public static String secret(String to, String kind) {
    Pattern link = Pattern.compile("#" + kind + "=([A-Za-z0-9_-]{43})");
    return Eventually.see(
            "a link to " + kind + " for " + to, () -> newest(to, link), Optional::isPresent)
        .orElseThrow();
  }

  public static List<String> to(String address) {
    try (Stream<Path> files = Files.list(RunningShop.mailbox())) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted()
          .map(Mails::text)
          .filter(mail -> recipient(mail).contains("<" + address + ">"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> newest(String to, Pattern link) {
    return to(to).stream()
        .map(link::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .reduce((earlier, later) -> later);
  }

  /** A long header goes on in a line that begins with a blank (RFC 5322, 2.2.3). */
  private static String recipient(String mail) {
    String unfolded = mail.replaceAll("\\R[ \\t]+", " ");
    return unfolded.lines().filter(line -> line.startsWith("To:")).findFirst().orElse("");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
