package org.orderly.tests.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.orderly.tests.replay.ReplayedInvoice.Article;

/**
 * What a file of order lines says was sold: lines with a customer, a positive quantity and a
 * positive price, grouped by invoice; and what of it cancellations, whose numbers begin with C,
 * took back. The rest (corrections, gifts) is passed over.
 *
 * @param names one of the names that the file gives an article
 */
record SalesFile(
    List<ReplayedInvoice> invoices, Map<Article, String> names, Cancellations cancellations) {

  private static final int DECIMALS = 2;

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .get();

  private static final List<String> COLUMNS =
      List.of("InvoiceNo", "StockCode", "Description", "Quantity", "UnitPrice", "CustomerID");

  /**
   * Reads a CSV file with a head line, also compressed ({@code .gz}).
   *
   * @param limit how many lines after the head to read
   * @throws IllegalArgumentException if a column is missing or a number cannot be read
   */
  static SalesFile read(Path file, long limit) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      CSVParser csv = CSVParser.builder().setReader(lines).setFormat(FORMAT).get();
      requireColumns(csv.getHeaderNames());
      Collection collection = new Collection();
      csv.stream().limit(limit).forEach(collection::take);
      return new SalesFile(
          List.copyOf(collection.invoices.values()), collection.names, collection.cancellations);
    }
  }

  /** How many of each article were sold. */
  Map<Article, Long> units() {
    return units(invoices.stream().map(ReplayedInvoice::lines));
  }

  /** How many of each article came back. */
  Map<Article, Long> unitsTaken() {
    return units(taken().stream().map(CancelledQuantity::lines));
  }

  private static Map<Article, Long> units(Stream<Map<Article, Long>> lines) {
    Map<Article, Long> units = new LinkedHashMap<>();
    lines.forEach(all -> all.forEach((article, some) -> units.merge(article, some, Long::sum)));
    return units;
  }

  List<CancelledQuantity> taken() {
    return cancellations.taken();
  }

  /** The invoices of which something came back. */
  List<ReplayedInvoice> touched() {
    Set<String> numbers =
        taken().stream().map(CancelledQuantity::invoice).collect(Collectors.toSet());
    return invoices.stream().filter(invoice -> numbers.contains(invoice.number())).toList();
  }

  /** How many of each article are in the invoices of which something came back. */
  Map<Article, Long> unitsDelivered() {
    return units(touched().stream().map(ReplayedInvoice::lines));
  }

  /** How many invoices came back to the last piece. */
  long whollyReturned() {
    Map<String, Long> back =
        taken().stream()
            .collect(
                Collectors.groupingBy(
                    CancelledQuantity::invoice, Collectors.summingLong(CancelledQuantity::units)));
    return touched().stream()
        .filter(invoice -> invoice.units() == back.get(invoice.number()))
        .count();
  }

  BigDecimal refunds() {
    return taken().stream().map(CancelledQuantity::total).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What each customer spent. */
  Map<String, BigDecimal> spending() {
    return invoices.stream()
        .collect(
            Collectors.groupingBy(
                ReplayedInvoice::customer,
                TreeMap::new,
                Collectors.reducing(BigDecimal.ZERO, ReplayedInvoice::total, BigDecimal::add)));
  }

  BigDecimal revenue() {
    return invoices.stream().map(ReplayedInvoice::total).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static void requireColumns(List<String> header) {
    for (String column : COLUMNS) {
      if (!header.contains(column)) {
        throw new IllegalArgumentException("The file has no column " + column + ".");
      }
    }
  }

  private record Collection(
      Map<String, ReplayedInvoice> invoices,
      Map<Article, String> names,
      Cancellations cancellations) {

    Collection() {
      this(new LinkedHashMap<>(), new LinkedHashMap<>(), new Cancellations());
    }

    void take(CSVRecord row) {
      String number = row.get("InvoiceNo");
      String customer = row.get("CustomerID");
      long quantity = Long.parseLong(row.get("Quantity"));
      BigDecimal price = new BigDecimal(row.get("UnitPrice"));
      boolean matchable = !customer.isBlank() && price.signum() > 0;
      if (number.startsWith("C") && quantity < 0) {
        if (matchable && price.stripTrailingZeros().scale() <= DECIMALS) {
          cancellations.cancelled(number, customer, article(row, price), -quantity);
        } else {
          cancellations.unmatched(-quantity, price);
        }
      } else if (matchable && quantity > 0) {
        sell(row, number, customer, article(row, price), quantity);
      }
    }

    private void sell(
        CSVRecord row, String number, String customer, Article article, long quantity) {
      String description = row.get("Description").strip();
      names.putIfAbsent(article, description.isEmpty() ? article.code() : description);
      invoices
          .computeIfAbsent(
              number, key -> new ReplayedInvoice(number, customer, new LinkedHashMap<>()))
          .lines()
          .merge(article, quantity, Long::sum);
      cancellations.sold(number, customer, article, quantity);
    }

    private Article article(CSVRecord row, BigDecimal price) {
      return new Article(row.get("StockCode"), price.setScale(DECIMALS));
    }
  }
}
