package org.orderly.server.importer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How far an import is, in a file, so that the same command goes on after a kill. Another file,
 * shop or option is another import, which begins at its beginning.
 */
final class ImportProgress {

  private static final int START = 64 * 1024;

  private final Path journal;
  private final String fingerprint;
  private long rows;
  private ImportCounts counts = ImportCounts.NONE;

  private ImportProgress(Path journal, String fingerprint) {
    this.journal = journal;
    this.fingerprint = fingerprint;
  }

  /**
   * What is known of an import.
   *
   * @param journal where it is kept
   * @param command what decides what the import does, besides the file
   */
  static ImportProgress of(Path journal, Path file, String command) throws IOException {
    ImportProgress progress = new ImportProgress(journal, fingerprint(file, command));
    if (Files.isRegularFile(journal)) {
      progress.read();
    }
    return progress;
  }

  private void read() throws IOException {
    JsonNode kept;
    try {
      kept = ApiJson.MAPPER.readTree(Files.readAllBytes(journal));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      return;
    }
    if (kept.path("import").asText().equals(fingerprint)) {
      rows = kept.path("rows").asLong();
      counts =
          new ImportCounts(
              kept.path("created").asLong(),
              kept.path("updated").asLong(),
              kept.path("stockSet").asLong(),
              kept.path("refused").asLong(),
              kept.path("leftOut").asLong());
    }
  }

  /** So many rows of the file need not be sent again. */
  long rows() {
    return rows;
  }

  ImportCounts counts() {
    return counts;
  }

  void restart() {
    rows = 0;
    counts = ImportCounts.NONE;
  }

  /** The rows up to this one are in the shop or refused for good. */
  void save(long done, ImportCounts soFar) throws IOException {
    rows = done;
    counts = soFar;
    byte[] text =
        ApiJson.MAPPER
            .createObjectNode()
            .put("import", fingerprint)
            .put("rows", done)
            .put("created", soFar.created())
            .put("updated", soFar.updated())
            .put("stockSet", soFar.stockSet())
            .put("refused", soFar.refused())
            .put("leftOut", soFar.leftOut())
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    Path written = journal.resolveSibling(journal.getFileName() + ".tmp");
    Files.write(written, text);
    Files.move(written, journal, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The import is over: the same command begins anew. */
  void end() throws IOException {
    Files.deleteIfExists(journal);
  }

  private static String fingerprint(Path file, String command) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(command.getBytes(StandardCharsets.UTF_8));
      digest.update(Files.getLastModifiedTime(file).toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Long.toString(Files.size(file)).getBytes(StandardCharsets.UTF_8));
      try (InputStream content = Files.newInputStream(file)) {
        digest.update(content.readNBytes(START));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
