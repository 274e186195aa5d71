package org.orderly.catalog.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What somebody types, and which products answer it.
 *
 * @param leading a part of the path of the category that the first product is in; {@code -} for any
 */
record JudgedQuery(String text, String leading, Pattern relevant, Pattern useful) {

  static final int RELEVANT = 2;
  private static final int USEFUL = 1;
  private static final Pattern NONE = Pattern.compile("(?!)");

  static List<JudgedQuery> read() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(JudgedQuery.class.getResourceAsStream("judged-queries.tsv")),
                StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(JudgedQuery::parse).toList();
    }
  }

  private static JudgedQuery parse(String line) {
    String[] cells = line.split("\t");
    return new JudgedQuery(cells[0], cells[1], pattern(cells[2]), pattern(cells[3]));
  }

  private static Pattern pattern(String cell) {
    return cell.equals("-") ? NONE : Pattern.compile(cell, Pattern.CASE_INSENSITIVE);
  }

  /** 2 for a relevant product, 1 for a useful one. */
  int grade(JudgedProduct product) {
    if (relevant.matcher(product.text()).find()) {
      return RELEVANT;
    }
    return useful.matcher(product.text()).find() ? USEFUL : 0;
  }

  boolean isLedBy(JudgedProduct first) {
    return leading.equals("-") || first.category().contains(leading);
  }
}
