package org.orderly.inventory.adjustment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.ProductId;

/** The lines of a request for many products: all take effect, or none. */
public final class StockLines {

  public static final int MAX = 200;

  private StockLines() {}

  /**
   * Requires 1 to {@value #MAX} lines, each of another product.
   *
   * @throws InvalidValue naming the first line that is too many
   */
  public static <T> List<T> require(List<T> lines, Function<T, ProductId> product) {
    if (lines.isEmpty() || lines.size() > MAX) {
      throw new InvalidValue("items", "must be 1 to " + MAX);
    }
    Set<ProductId> seen = new HashSet<>();
    for (int index = 0; index < lines.size(); index++) {
      if (!seen.add(product.apply(lines.get(index)))) {
        throw new InvalidValue("items[" + index + "].productId", "is in an earlier line");
      }
    }
    return List.copyOf(lines);
  }

  /**
   * Runs the lines in their order and returns the result of each.
   *
   * @throws DomainException the refusal of the only line
   * @throws StockLinesRefused naming each line that was refused, if there are more lines
   */
  static <T, R> List<R> run(List<T> lines, Function<T, ProductId> product, Function<T, R> effect) {
    if (lines.size() == 1) {
      return List.of(effect.apply(lines.get(0)));
    }
    List<R> results = new ArrayList<>(lines.size());
    List<StockLinesRefused.RefusedLine> refused = new ArrayList<>();
    for (int index = 0; index < lines.size(); index++) {
      T line = lines.get(index);
      try {
        results.add(effect.apply(line));
      } catch (DomainException refusal) {
        refused.add(
            new StockLinesRefused.RefusedLine(
                index, product.apply(line), refusal.code(), refusal.getMessage()));
      }
    }
    if (!refused.isEmpty()) {
      throw new StockLinesRefused(refused, lines.size());
    }
    return results;
  }
}
