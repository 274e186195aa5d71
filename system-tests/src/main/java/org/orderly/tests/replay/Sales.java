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
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.orderly.tests.replay.Invoice.Article;

/**
 * What a file of order lines says was sold: lines with a customer, a positive quantity and a
 * positive price, grouped by invoice. The rest (cancellations, corrections, gifts) is passed over.
 *
 * @param names one of the names that the file gives an article
 */
record Sales(List<Invoice> invoices, Map<Article, String> names) {

  private static final List<String> COLUMNS =
      List.of("InvoiceNo", "StockCode", "Description", "Quantity", "UnitPrice", "CustomerID");

  /**
   * Reads a CSV file with a head line, also compressed ({@code .gz}).
   *
   * @param limit how many lines after the head to read
   * @throws IllegalArgumentException if a column is missing or a number cannot be read
   */
  static Sales read(Path file, long limit) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      Csv csv = new Csv(lines);
      List<String> head = csv.next();
      Collection collection = new Collection(positions(head == null ? List.of() : head));
      List<String> row;
      for (long read = 0; read < limit && (row = csv.next()) != null; read++) {
        collection.take(row);
      }
      return new Sales(List.copyOf(collection.invoices.values()), collection.names);
    }
  }

  /** How many of each article were sold. */
  Map<Article, Long> units() {
    Map<Article, Long> units = new LinkedHashMap<>();
    invoices.forEach(
        invoice ->
            invoice.lines().forEach((article, sold) -> units.merge(article, sold, Long::sum)));
    return units;
  }

  /** What each customer spent. */
  Map<String, BigDecimal> spending() {
    return invoices.stream()
        .collect(
            Collectors.groupingBy(
                Invoice::customer,
                TreeMap::new,
                Collectors.reducing(BigDecimal.ZERO, Invoice::total, BigDecimal::add)));
  }

  BigDecimal revenue() {
    return invoices.stream().map(Invoice::total).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Map<String, Integer> positions(List<String> head) {
    return COLUMNS.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                column -> {
                  int position = head.indexOf(column);
                  if (position < 0) {
                    throw new IllegalArgumentException("The file has no column " + column + ".");
                  }
                  return position;
                }));
  }

  private record Collection(
      Map<String, Integer> positions, Map<String, Invoice> invoices, Map<Article, String> names) {

    Collection(Map<String, Integer> positions) {
      this(positions, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    void take(List<String> row) {
      String customer = row.get(positions.get("CustomerID"));
      long quantity = Long.parseLong(row.get(positions.get("Quantity")));
      BigDecimal price = new BigDecimal(row.get(positions.get("UnitPrice")));
      if (customer.isBlank() || quantity <= 0 || price.signum() <= 0) {
        return;
      }
      Article article = new Article(row.get(positions.get("StockCode")), price.setScale(2));
      String description = row.get(positions.get("Description")).strip();
      names.putIfAbsent(article, description.isEmpty() ? article.code() : description);
      invoices
          .computeIfAbsent(
              row.get(positions.get("InvoiceNo")),
              number -> new Invoice(number, customer, new LinkedHashMap<>()))
          .lines()
          .merge(article, quantity, Long::sum);
    }
  }
}
