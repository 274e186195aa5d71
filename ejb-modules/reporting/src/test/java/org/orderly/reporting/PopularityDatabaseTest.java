package org.orderly.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.ordering.OrderActions.item;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderActions;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.fulfilment.NewShipment;
import org.orderly.ordering.fulfilment.Shipments;
import org.orderly.ordering.returns.NewReturn;
import org.orderly.ordering.returns.Returns;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;

/** The ranking of products: how many orders of the last months have kept them. */
class PopularityDatabaseTest {

  private record Body(String text) {}

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions shop = new OrderActions(APP);
  private final OrderActor warehouse = new OrderActor.Admin(UserId.newId());
  private TestDatabase ordering;
  private ProductId tea;
  private ProductId cup;
  private UserId ann;

  @BeforeEach
  void open() {
    ordering = APP.database("ordering");
    tea = shop.product("2.50", 100);
    cup = shop.product("4.00", 100);
    ann = shop.buyer("100.00");
  }

  private OrderId sell(ProductQuantity... items) {
    OrderId order = shop.place(ann, items).id();
    APP.bean(SalesCounter.class).recount(order);
    return order;
  }

  private IdempotencyKey key() {
    String key = UUID.randomUUID().toString();
    return IdempotencyKey.of(warehouse.id(), "handle", key, new Body("once"));
  }

  private void sendBack(OrderId order, ProductQuantity... items) {
    APP.bean(Shipments.class)
        .ship(new NewShipment(order, "Post", null, null, null), key(), warehouse);
    Returns returns = APP.bean(Returns.class);
    UUID id =
        returns
            .request(new NewReturn(order, List.of(items), "too small"), key(), warehouse)
            .value()
            .id();
    returns.approve(id, key(), warehouse);
    returns.receive(id, List.of(items), key(), warehouse);
  }

  private List<Integer> popularity() {
    APP.bean(Popularity.class).compute();
    return List.of(popularity(tea), popularity(cup));
  }

  private static int popularity(ProductId product) {
    String row =
        APP.database("catalog").row("select popularity from product where id = ?", product.value());
    return Integer.parseInt(row.substring(1, row.length() - 1));
  }

  @Test
  void countsOrdersAndNotPieces() {
    sell(item(tea, 9));
    sell(item(tea, 1), item(cup, 1));

    assertThat(popularity()).containsExactly(2, 1);
  }

  @Test
  void leavesOutWhatCameBackWhole() {
    sell(item(tea, 1));
    OrderId returned = sell(item(tea, 2), item(cup, 2));
    sendBack(returned, item(tea, 2), item(cup, 1));

    assertThat(popularity()).containsExactly(1, 1);
  }

  @Test
  void forgetsOrdersOfLongAgo() {
    sell(item(tea, 1));
    sell(item(cup, 1));
    assertThat(popularity()).containsExactly(1, 1);

    ordering.execute(
        "update sales_of_product set bucket = bucket - interval '91 days' where product_id = ?",
        tea.value());
    assertThat(popularity()).containsExactly(0, 1);
  }
}
