package org.orderly.productfiles;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.productfiles.product.Cells;
import org.orderly.productfiles.product.FileEntry;
import org.orderly.productfiles.product.RefusedRow;
import org.orderly.productfiles.product.Remarks;
import org.orderly.productfiles.profile.ProductProfile;
import org.orderly.productfiles.profile.ProfileName;
import org.orderly.productfiles.row.SourceRow;
import org.orderly.productfiles.row.SourceRows;
import org.orderly.productfiles.text.FileText;
import org.orderly.productfiles.text.UnusableFile;
import org.orderly.productfiles.value.UnusableValue;

/**
 * A file of products: CSV or TSV with a header, a JSON array, or JSON lines, each also packed by
 * gzip. Its entries come one after another and in the order of the file; memory is bounded.
 */
public final class ProductFile implements Closeable {

  private final FileText text;
  private final SourceRows rows;
  private final ProfileName profileName;
  private final ProductProfile profile;
  private final Remarks remarks = new Remarks();
  private long rowsRead;

  private ProductFile(FileText text, SourceRows rows, FileOptions options) {
    this.text = text;
    this.rows = rows;
    this.profileName =
        options.profile() == null ? ProfileName.guessed(rows.columns()) : options.profile();
    this.profile = profileName.begin(options.reading());
  }

  /**
   * @throws UnusableFile if there is no such file, or it cannot be read at all
   */
  public static ProductFile open(Path path, FileOptions options) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new UnusableFile("There is no file " + path + ".");
    }
    if (!Files.isReadable(path)) {
      throw new UnusableFile("The file " + path + " cannot be read: permission denied.");
    }
    return of(
        Files.newInputStream(path), Files.size(path), String.valueOf(path.getFileName()), options);
  }

  /**
   * Reads a stream, and closes it at the end or if it cannot be read.
   *
   * @param size in bytes; 0 if it is not known
   * @param name of the file, whose ending distinguishes CSV from JSON
   * @throws UnusableFile if it cannot be read at all
   */
  public static ProductFile of(InputStream bytes, long size, String name, FileOptions options)
      throws IOException {
    try {
      FileText text = FileText.of(bytes, size, options.encoding());
      return new ProductFile(text, SourceRows.of(text.reader(), name), options);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  /**
   * The next entry; {@code null} after the last.
   *
   * @throws UnusableFile if nothing after the last entry can be read
   */
  public @Nullable FileEntry next() throws IOException {
    for (SourceRow row = rows.next(); row != null; row = rows.next()) {
      rowsRead++;
      FileEntry entry = entry(row);
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  private @Nullable FileEntry entry(SourceRow row) {
    if (row.isBroken()) {
      return new RefusedRow(row.place(), null, row.reason());
    }
    Cells cells = new Cells(row, remarks);
    try {
      FileEntry entry = profile.read(cells);
      cells.ignoreTheRest();
      return entry;
    } catch (UnusableValue e) {
      return new RefusedRow(row.place(), sku(cells), String.valueOf(e.getMessage()));
    }
  }

  private @Nullable String sku(Cells cells) {
    try {
      return profile.sku(cells);
    } catch (UnusableValue e) {
      return null;
    }
  }

  /** How many rows the entries so far come from; where reading can go on another time. */
  public long rowsRead() {
    return rowsRead;
  }

  /** How much of the file has been read, from 0 to 100. */
  public int percent() {
    return text.percent();
  }

  /** What the file is read as. */
  public ProfileName profile() {
    return profileName;
  }

  /** What the reading so far left out or decided, each said once. */
  public List<String> remarks() {
    return remarks.lines();
  }

  @Override
  public void close() throws IOException {
    rows.close();
    text.close();
  }
}
