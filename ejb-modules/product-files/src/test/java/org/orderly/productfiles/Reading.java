package org.orderly.productfiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orderly.productfiles.product.FileEntry;
import org.orderly.productfiles.product.FileProduct;
import org.orderly.productfiles.product.ReadOptions;
import org.orderly.productfiles.product.RefusedRow;
import org.orderly.productfiles.product.SkippedRow;
import org.orderly.productfiles.profile.ProfileName;
import org.orderly.productfiles.value.DecimalMark;

/** All that a file has, read with options that a test sets. */
final class Reading {

  private ProfileName profile;
  private Charset encoding;
  private DecimalMark mark = DecimalMark.AUTO;
  private String currency = "EUR";
  private Map<String, String> fields = Map.of();

  private final List<FileEntry> entries = new ArrayList<>();
  private ProfileName used;
  private List<String> remarks;
  private long rowsRead;

  static Reading file() {
    return new Reading();
  }

  Reading as(ProfileName name) {
    profile = name;
    return this;
  }

  Reading in(Charset charset) {
    encoding = charset;
    return this;
  }

  Reading with(DecimalMark decimalMark) {
    mark = decimalMark;
    return this;
  }

  Reading pricedIn(String code) {
    currency = code;
    return this;
  }

  Reading named(String ours, String theirs) {
    fields = Map.of(ours, theirs);
    return this;
  }

  Reading of(String content) {
    return of("x.csv", content);
  }

  Reading of(String name, String content) {
    return of(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Reading of(String name, byte[] content) {
    return of(name, new ByteArrayInputStream(content), content.length);
  }

  Reading ofCase(String name) {
    try (InputStream content = Reading.class.getResourceAsStream("cases/" + name)) {
      return of(name, content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Reading of(String name, InputStream content, long size) {
    ReadOptions reading = new ReadOptions(currency, mark, fields, LocalDate.of(2026, 11, 30));
    try (ProductFile file =
        ProductFile.of(content, size, name, new FileOptions(profile, encoding, reading))) {
      for (FileEntry entry = file.next(); entry != null; entry = file.next()) {
        entries.add(entry);
      }
      used = file.profile();
      remarks = file.remarks();
      rowsRead = file.rowsRead();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<FileEntry> entries() {
    return entries;
  }

  ProfileName profile() {
    return used;
  }

  List<String> remarks() {
    return remarks;
  }

  long rowsRead() {
    return rowsRead;
  }

  List<FileProduct> products() {
    return all(FileProduct.class);
  }

  FileProduct product(String sku) {
    return products().stream().filter(p -> sku.equals(p.sku())).findFirst().orElseThrow();
  }

  List<String> refusals() {
    return all(RefusedRow.class).stream().map(row -> row.place() + " " + row.reason()).toList();
  }

  List<String> skipped() {
    return all(SkippedRow.class).stream().map(SkippedRow::sku).toList();
  }

  /** Sku, amount and currency of each product. */
  List<String> prices() {
    return products().stream()
        .map(p -> p.sku() + " " + p.price().amount().toPlainString() + " " + p.price().currency())
        .toList();
  }

  private <T> List<T> all(Class<T> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
