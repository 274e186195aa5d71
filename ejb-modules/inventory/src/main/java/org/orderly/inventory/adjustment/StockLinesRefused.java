package org.orderly.inventory.adjustment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.ProductId;

/** Some lines of a request for many products were refused, so nothing was changed. */
public final class StockLinesRefused extends DomainException {

  private static final long serialVersionUID = 1L;

  /**
   * A line that was refused.
   *
   * @param index of the line in the request, from zero
   */
  public record RefusedLine(int index, ProductId productId, String code, @Nullable String detail) {}

  StockLinesRefused(List<RefusedLine> refused, int lines) {
    super(
        Kind.RULE_BROKEN,
        "stock-lines-refused",
        refused.size() + " of " + lines + " lines were refused, so nothing was changed",
        Map.of("items", List.copyOf(refused)));
  }
}
