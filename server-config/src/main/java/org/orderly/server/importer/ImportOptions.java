package org.orderly.server.importer;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an import was asked for.
 *
 * @param url of the shop; {@code null} for the one of the data folder
 * @param currency of prices that come without one
 * @param fields which name in the file each of our fields has; only those that were told
 * @param initialStock of new products whose row has none
 */
record ImportOptions(
    Path file, URI url, String currency, Map<String, String> fields, BigDecimal initialStock) {

  static final String USAGE =
      "Usage: ./orderly import products <file> [--currency USD] [--field price=cost ...]"
          + " [--url http://127.0.0.1:8080] [--initial-stock N]";

  /**
   * @throws ImportFailure for words that make no import
   */
  static ImportOptions parse(List<String> words) {
    Path file = null;
    URI url = null;
    String currency = "USD";
    BigDecimal stock = BigDecimal.ZERO;
    Map<String, String> fields = new HashMap<>();
    int first = !words.isEmpty() && words.get(0).equals("products") ? 1 : 0;
    for (int i = first; i < words.size(); i++) {
      String word = words.get(i);
      switch (word) {
        case "--currency" -> currency = currency(value(words, ++i));
        case "--url" -> url = url(value(words, ++i));
        case "--initial-stock" -> stock = stock(value(words, ++i));
        case "--field" -> field(fields, value(words, ++i));
        default -> file = file(file, word);
      }
    }
    if (file == null) {
      throw new ImportFailure("Which file? " + USAGE);
    }
    return new ImportOptions(file, url, currency, Map.copyOf(fields), stock);
  }

  private static String value(List<String> words, int index) {
    if (index >= words.size()) {
      throw new ImportFailure(words.get(index - 1) + " needs a value. " + USAGE);
    }
    return words.get(index);
  }

  private static Path file(Path known, String word) {
    if (word.startsWith("--")) {
      throw new ImportFailure("Unknown option " + word + ". " + USAGE);
    }
    if (known != null) {
      throw new ImportFailure("One file at a time, please. " + USAGE);
    }
    return Path.of(word);
  }

  private static String currency(String code) {
    try {
      return Currency.getInstance(code).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw new ImportFailure("--currency must be an ISO 4217 code such as EUR, not " + code + ".");
    }
  }

  private static URI url(String text) {
    try {
      URI url = new URI(text);
      if (url.getHost() != null && List.of("http", "https").contains(url.getScheme())) {
        return url;
      }
    } catch (URISyntaxException e) {
      // said below, like an address of another kind
    }
    throw new ImportFailure(
        "--url must be an address such as http://127.0.0.1:8080, not " + text + ".");
  }

  private static BigDecimal stock(String text) {
    try {
      BigDecimal stock = new BigDecimal(text);
      if (stock.signum() >= 0) {
        return stock;
      }
    } catch (NumberFormatException e) {
      // said below, like a negative number
    }
    throw new ImportFailure("--initial-stock must be a number from 0 up, not " + text + ".");
  }

  private static void field(Map<String, String> fields, String text) {
    String[] parts = text.split("=", 2);
    if (parts.length < 2 || !ProductReader.FIELDS.contains(parts[0]) || parts[1].isBlank()) {
      throw new ImportFailure(
          "--field must be <ours>=<the file's>, ours being one of "
              + String.join(", ", ProductReader.FIELDS)
              + "; not "
              + text
              + ".");
    }
    fields.put(parts[0], parts[1].strip());
  }
}
