package org.orderly.productfiles.product;

import java.time.LocalDate;
import java.util.Map;
import org.orderly.productfiles.value.DecimalMark;

/**
 * How a file is to be read.
 *
 * @param currency of prices that come without one
 * @param fields which name in the file each of our fields has; only those that differ
 * @param today the day on which sale prices count
 */
public record ReadOptions(
    String currency, DecimalMark decimalMark, Map<String, String> fields, LocalDate today) {

  public ReadOptions {
    fields = Map.copyOf(fields);
  }
}
