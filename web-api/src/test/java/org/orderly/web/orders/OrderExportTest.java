package org.orderly.web.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.PostalAddress;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.overview.VendorOrder;

class OrderExportTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final PostalAddress HOME =
      new PostalAddress("Ann", "1 High Street", "Leeds", null, "LS1 1AA", "GB");

  private final OrderView.Item tea =
      item("TEA", adjustment(Adjustment.Kind.DISCOUNT, "Bulk", "-0.75"));
  private final OrderView.Item cup = item("CUP");

  @Test
  void writesAdjustmentsOfLinesAndThenOfTheOrder() {
    List<Object> cells =
        OrderExport.row(order(adjustment(Adjustment.Kind.SHIPPING, "Parcel", "4.90")));
    assertThat(cells).hasSize(14).contains("12.50", "3 x TEA; 3 x CUP");
    assertThat(cells).last().isEqualTo("TEA: Bulk -0.75; Parcel 4.90");
  }

  @Test
  void writesNothingWhereThereAreNone() {
    VendorOrder cups =
        new VendorOrder(
            OrderId.newId(),
            "2026-000001",
            "SHIPPED",
            List.of(cup),
            Money.of("7.50", "EUR"),
            HOME,
            NOW);
    assertThat(OrderExport.row(cups)).last().isEqualTo("");
  }

  private OrderView order(Adjustment... adjustments) {
    return new OrderView(
        OrderId.newId(),
        "2026-000001",
        "SHIPPED",
        List.of(tea, cup),
        List.of(adjustments),
        Money.of("12.50", "EUR"),
        HOME,
        NOW,
        null,
        null,
        UserId.newId(),
        null,
        "WALLET");
  }

  private static OrderView.Item item(String sku, Adjustment... adjustments) {
    Money price = Money.of("2.50", "EUR");
    return new OrderView.Item(
        ProductId.newId(),
        sku,
        "Name",
        Quantity.of(3),
        price,
        Money.of("7.50", "EUR"),
        List.of(adjustments));
  }

  private static Adjustment adjustment(Adjustment.Kind kind, String label, String amount) {
    return new Adjustment(kind, label, Money.of(amount, "EUR"), "rule:one");
  }
}
