package org.orderly.ordering.fulfilment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderly.inventory.ReservationLine;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.ordering.quote.Basket;
import org.orderly.ordering.quote.OrderItem;

/** Picks from lines what somebody wants to handle of them, if that is theirs and still there. */
public final class Picking {

  private final Map<ProductId, OpenLine> lines = new LinkedHashMap<>();
  private final Party party;

  /**
   * @param lines each product at most once
   */
  public Picking(List<OpenLine> lines, Party party) {
    lines.forEach(line -> this.lines.put(line.productId(), line));
    this.party = party;
  }

  /**
   * What is wanted, each product once, in the order of the wishes, else of the lines.
   *
   * @param wanted {@code null} for all that is open and the party's to handle
   * @throws NothingOpen if that is nothing
   * @throws NotAmongLines if a product is not in the lines at all
   * @throws NotYourLine if a line is somebody else's
   * @throws MoreThanOpen if a quantity is above what is open
   */
  public List<ReservationLine> of(List<OrderItem> wanted) {
    Map<ProductId, Quantity> picked = new LinkedHashMap<>();
    if (wanted == null) {
      lines.values().stream()
          .filter(line -> party.handles(line.vendor()) && !line.open().isZero())
          .forEach(line -> picked.put(line.productId(), line.open()));
    } else {
      limited(wanted)
          .forEach(item -> picked.merge(item.productId(), item.quantity(), Quantity::plus));
      picked.forEach(this::require);
    }
    if (picked.isEmpty()) {
      throw new NothingOpen();
    }
    return picked.entrySet().stream()
        .map(one -> new ReservationLine(one.getKey(), one.getValue()))
        .toList();
  }

  private void require(ProductId product, Quantity wanted) {
    OpenLine line = lines.get(product);
    if (line == null) {
      throw new NotAmongLines(product);
    }
    if (!party.handles(line.vendor())) {
      throw new NotYourLine(product);
    }
    if (wanted.compareTo(line.open()) > 0) {
      throw new MoreThanOpen(product, wanted, line.open());
    }
  }

  private static List<OrderItem> limited(List<OrderItem> wanted) {
    if (wanted.isEmpty() || wanted.size() > Basket.MAX_LINES) {
      throw new InvalidValue("items", "must be 1 to " + Basket.MAX_LINES);
    }
    return wanted;
  }
}
