package org.orderly.server.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which shop of this machine a command is about. */
public final class DataFolderOption {
  @Option(
      names = "--data-dir",
      paramLabel = "D",
      description = "databases, secrets, mails and logs (the folder data in the clone)")
  private Path folder;

  /** The one that was named, or the folder {@code data} in the clone. */
  public Path folder() {
    return folder == null ? inClone() : folder;
  }

  private static Path inClone() {
    return Path.of(System.getProperty("orderly.home", "")).toAbsolutePath().resolve("data");
  }
}
