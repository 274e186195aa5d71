package org.orderly.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.orderly.server.component.HostPlatform;
import org.orderly.server.component.UnpackedPrograms;
import org.orderly.server.setup.DataFolder;
import org.orderly.server.setup.LaunchFailure;
import org.orderly.server.setup.StackSecrets;

/** A PostgreSQL data directory, made once. */
final class PostgresCluster {
  static final String SUPERUSER = "postgres";
  static final String SUPERUSER_SECRET = "database.superuser";

  private final DataFolder folder;
  private final StackSecrets stackSecrets;
  private final Path home;

  PostgresCluster(DataFolder folder, StackSecrets stackSecrets, Path home) {
    this.folder = folder;
    this.stackSecrets = stackSecrets;
    this.home = home;
  }

  /** Makes it beside and moves it in place, so that a start that was killed here leaves no half. */
  void create(Path data) {
    Path draft = data.resolveSibling(data.getFileName() + ".new");
    try {
      UnpackedPrograms.delete(draft);
      Path password =
          folder.write(data.getFileName() + ".password", stackSecrets.of(SUPERUSER_SECRET) + "\n");
      try {
        initialize(draft, password, data.getFileName() + ".initdb.log");
      } finally {
        Files.delete(password);
      }
      Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void initialize(Path target, Path password, String logFile) throws IOException {
    List<String> command =
        List.of(
            home.resolve("bin/initdb").toString(),
            "--pgdata=" + target,
            "--username=" + SUPERUSER,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--data-checksums");
    Path log = folder.folder("logs").resolve(logFile);
    ProcessBuilder builder = new ProcessBuilder(HostPlatform.unprivileged(command));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    try {
      if (builder.start().waitFor() != 0) {
        throw new LaunchFailure("PostgreSQL's data could not be made; see " + log + ".");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure("Interrupted while PostgreSQL's data were made.");
    }
  }
}
