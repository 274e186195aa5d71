package org.orderly.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ordering.quote.PricedProducts.item;
import static org.orderly.ordering.quote.PricedProducts.offer;
import static org.orderly.ordering.quote.PricedProducts.priced;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderly.catalog.Offer;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.quote.AdjustedItems;
import org.orderly.ordering.quote.OrderLine;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.platform.persistence.SqlBatch;

/** What a checkout sends for an order's content. */
class OrderItemsRepositoryTest {

  private final Offer tea = offer("tea", "2.50", "EUR", 0);

  @Test
  void sendsOneStatementForLinesWithoutAdjustments() {
    assertThat(sent(priced(List.of(item(tea, "2")), tea)))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("insert into order_line (");
  }

  @Test
  void sendsAdjustmentsOfTheOrderBeforeItsLinesAndThoseOfLinesAfter() {
    Adjustment tax = new Adjustment(Adjustment.Kind.TAX, "VAT", Money.of("1.00", "EUR"), "tax:vat");
    OrderLine line = priced(List.of(item(tea, "2")), tea).lines().get(0);
    assertThat(sent(AdjustedItems.of(line, tax, tax)))
        .extracting(sql -> sql.split("\\s+")[2])
        .containsExactly("order_adjustment", "order_line", "order_line_adjustment");
  }

  /** The statements, which are not sent any further. */
  private static List<String> sent(PricedItems items) {
    Order order =
        new Order(
            OrderId.newId(), "2026-000001", OrderCommands.of(List.of()), items, Instant.EPOCH);
    SqlBatch batch = new SqlBatch();
    OrderItemsRepository.insert(batch, List.of(order));
    Connection connection =
        (Connection)
            Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  throw new SQLException(String.valueOf(arguments[0]));
                });
    StringBuilder sql = new StringBuilder();
    assertThatThrownBy(() -> batch.run(connection))
        .isInstanceOfSatisfying(SQLException.class, sending -> sql.append(sending.getMessage()));
    return List.of(sql.toString().split(";"));
  }
}
