package org.orderly.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.ordering.OrderActions.item;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderActions;
import org.orderly.platform.integrity.Finding;
import org.orderly.testing.Application;

/** The integrity checks on orders of a real database: they pass, and they find what is wrong. */
class IntegrityChecksDatabaseTest {

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions orders = new OrderActions(APP);
  private ProductId tea;
  private UserId buyer;

  @BeforeEach
  void aBuyer() {
    tea = orders.product("2.50", 10);
    buyer = orders.buyer("100.00");
  }

  @Test
  void passWhileOrdersArePlaced() {
    orders.place(buyer, item(tea, 2));
    orders.placeByInvoice(buyer, item(tea, 1));

    assertThat(IntegrityActions.findings(APP)).isEmpty();
  }

  @Test
  void findReservedStockThatNoReservationExplains() {
    orders.place(buyer, item(tea, 2));

    List<Finding> found =
        whileTampered(
            "inventory",
            "update stock_item set reserved = reserved + 1 where product_id = '"
                + tea.value()
                + "'",
            "update stock_item set reserved = reserved - 1 where product_id = '"
                + tea.value()
                + "'");

    assertThat(found)
        .singleElement()
        .satisfies(finding -> assertThat(finding.check()).isEqualTo("I2"));
  }

  @Test
  void findAnOrderWhoseTotalIsNotWhatWasCharged() {
    var order = orders.place(buyer, item(tea, 2)).id().value();

    List<Finding> found =
        whileTampered(
            "payment",
            "update payment set amount = amount + 1 where order_id = '" + order + "'",
            "update payment set amount = amount - 1 where order_id = '" + order + "'");

    assertThat(found).extracting(Finding::check).contains("I6");
  }

  /** What the checks find between a change past all guards and its reversal. */
  private static List<Finding> whileTampered(String domain, String change, String reversal) {
    APP.database(domain).tamper(change);
    try {
      return IntegrityActions.findings(APP);
    } finally {
      APP.database(domain).tamper(reversal);
    }
  }
}
