package org.orderly.server.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.orderly.server.setup.LaunchFailure;
import org.orderly.server.setup.LaunchSettings;

/**
 * The log file of a component: the file of this start and some before it, of earlier starts or of
 * this one when it wrote much, each of bounded length.
 */
public final class LogFile {
  public static final int LIMIT = 32 * 1024 * 1024;

  /** How many there are of each part, the current one included. */
  public static final int KEPT = 5;

  private static final int TAIL = 64 * 1024;

  /** The server's own form: several lines an entry. */
  public static final String TEXT = "com.sun.enterprise.server.logging.ODLLogFormatter";

  private static final String JSON = "org.orderly.logging.JsonLines";

  private final Path file;

  LogFile(Path file) {
    this.file = file;
  }

  /** The class that writes the server's lines, as {@code ORDERLY_LOG_FORMAT} wants them. */
  public static String formatter(LaunchSettings launchSettings) {
    String format = launchSettings.variable("ORDERLY_LOG_FORMAT").orElse("json");
    return switch (format) {
      case "json" -> JSON;
      case "text" -> TEXT;
      default ->
          throw new LaunchFailure("ORDERLY_LOG_FORMAT is json or text, not \"" + format + "\".");
    };
  }

  public Path path() {
    return file;
  }

  ProcessBuilder.Redirect appending() {
    return ProcessBuilder.Redirect.appendTo(file.toFile());
  }

  /** Sets the last start's file aside; those of the starts before get older. */
  void rotate() {
    try {
      if (Files.exists(file)) {
        makeRoom();
        Files.move(file, earlier(1), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empties a file that grew too long while its program goes on appending to it. */
  public void trim() {
    try {
      if (Files.exists(file) && Files.size(file) > LIMIT) {
        makeRoom();
        Files.copy(file, earlier(1), StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(0);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last lines, oldest first; those within a text in JSON stand for themselves. */
  public Stream<String> tail() {
    return written().flatMap(line -> Stream.of(line.split("\\\\n")));
  }

  private Stream<String> written() {
    try (FileChannel channel = FileChannel.open(file)) {
      channel.position(Math.max(0, channel.size() - TAIL));
      byte[] bytes = java.nio.channels.Channels.newInputStream(channel).readAllBytes();
      return new String(bytes, java.nio.charset.StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  public boolean contains(String words) {
    return tail().anyMatch(line -> line.contains(words));
  }

  /** Lets the others be one older; the oldest goes. */
  private void makeRoom() throws IOException {
    for (int age = KEPT - 2; age > 0; age--) {
      if (Files.exists(earlier(age))) {
        Files.move(earlier(age), earlier(age + 1), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private Path earlier(int age) {
    return file.resolveSibling(file.getFileName() + "." + age);
  }
}
