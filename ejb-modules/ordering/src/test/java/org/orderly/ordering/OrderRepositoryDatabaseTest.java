package org.orderly.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.orderly.ordering.OrderActions.eur;
import static org.orderly.ordering.OrderActions.item;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.settlement.OrderRefunded;
import org.orderly.payment.method.RefundTarget;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;

/** What is read of an order, and what a change writes of it. */
class OrderRepositoryDatabaseTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions shop = new OrderActions(APP);
  private final OrderLife life = new OrderLife(APP);
  private TestDatabase ordering;
  private ProductId tea;
  private ProductId cup;
  private UserId ann;

  @BeforeEach
  void open() {
    ordering = APP.database("ordering");
    tea = shop.product("2.50", 10);
    cup = shop.product("4.00", 5);
    ann = shop.buyer("40.00");
  }

  @AfterEach
  void allIntegrityChecksPass() {
    assertThat(LeafChecks.findings(APP)).isEmpty();
  }

  private OrderView loaded(OrderView order) {
    return APP.bean(OrderQueries.class).one(order.id());
  }

  private String version(OrderView order) {
    return ordering.row("select version from orders where id = ?", order.id().value());
  }

  @Test
  void loadsWhatItHasWritten() {
    OrderView placed = shop.place(ann, item(cup, 1), item(tea, 2), item(tea, 1));
    OrderView loaded = APP.bean(OrderQueries.class).one(placed.id());

    assertThat(loaded).isEqualTo(placed);
    assertThat(loaded.items())
        .extracting(OrderView.Item::productId, OrderView.Item::quantity, OrderView.Item::lineTotal)
        .containsExactlyInAnyOrder(
            tuple(cup, Quantity.of(1), eur("4.00")), tuple(tea, Quantity.of(3), eur("7.50")));
    assertThatThrownBy(() -> APP.bean(OrderQueries.class).one(OrderId.newId()))
        .isInstanceOf(OrderNotFound.class);
  }

  @Test
  void loadsManyNewestFirstEachWithItsOwnLines() {
    OrderView first = shop.place(ann, item(tea, 1), item(cup, 1));
    OrderView second = shop.place(ann, item(cup, 2));
    List<UUID> ids = List.of(first.id().value(), second.id().value(), UUID.randomUUID());
    assertThat(APP.bean(OrderQueries.class).find(ids).stream().map(OrderSnapshot::view).toList())
        .containsExactly(second, first);
    assertThat(APP.bean(OrderQueries.class).find(List.of())).isEmpty();
  }

  @Test
  void readsTheLinesOfTheCurrentRevisionOnly() {
    OrderView order = shop.place(ann, item(tea, 2));
    OrderView edited = life.edit(order, item(cup, 1), item(tea, 1));
    assertThat(loaded(order)).isEqualTo(edited);
    assertThat(ordering.count("order_line where order_id = ?", order.id().value())).isEqualTo(3);
    assertThat(version(order)).isEqualTo("(1)");
  }

  @Test
  void leavesTheRowAsItIsIfOnlyAnEventIsRecorded() {
    OrderView order = shop.place(ann, item(tea, 2));
    life.refund(order, eur("1.00"));
    assertThat(version(order)).isEqualTo("(0)");
    assertThat(shop.steps(order.id())).contains("(CONFIRMED,CONFIRMED,OrderRefunded)");
  }

  @Test
  void seesInALockWhatTheSameTransactionHasWritten() {
    OrderView order = shop.placeByInvoice(ann, item(tea, 1));
    APP.inTransaction(
        () -> {
          LockedOrder locked = APP.bean(LockedOrders.class).lock(order.id());
          locked.confirm(NOW);
          APP.bean(LockedOrders.class).close(locked);
          LockedOrder again = APP.bean(LockedOrders.class).lock(order.id());
          assertThat(again.status()).isEqualTo(OrderStatus.CONFIRMED);
          assertThat(again.view().expiresAt()).isNull();
          assertThat(again.unpaid()).isEmpty();
          again.note("twice", refunded(again));
          APP.bean(LockedOrders.class).close(again);
        });
    assertThat(loaded(order).status()).isEqualTo("CONFIRMED");
    assertThat(shop.steps(order.id())).hasSize(3);
  }

  @Test
  void refusesAChangeOfAnOrderThatWasChangedSinceItWasRead() {
    OrderView order = shop.placeByInvoice(ann, item(tea, 1));
    assertThatThrownBy(
            () ->
                APP.inTransaction(
                    () -> {
                      LockedOrder stale = APP.bean(LockedOrders.class).lock(order.id());
                      LockedOrder fresh = APP.bean(LockedOrders.class).lock(order.id());
                      fresh.confirm(NOW);
                      APP.bean(LockedOrders.class).close(fresh);
                      stale.confirm(NOW);
                      APP.bean(LockedOrders.class).close(stale);
                    }))
        .hasStackTraceContaining("was changed without its lock");
    assertThat(loaded(order)).isEqualTo(order);
  }

  private static OrderRefunded refunded(LockedOrder order) {
    Money cent = eur("0.01");
    return new OrderRefunded(
        UUID.randomUUID(),
        NOW,
        order.id(),
        order.number(),
        order.buyer(),
        cent,
        RefundTarget.ORIGINAL.name());
  }

  @Test
  void databaseNeverChangesStepsAndLines() {
    OrderView order = shop.place(ann, item(tea, 1));
    for (String table : List.of("order_line", "order_transition")) {
      assertThatThrownBy(
              () ->
                  ordering.execute(
                      "delete from " + table + " where order_id = ?", order.id().value()))
          .hasMessageContaining("never changed");
    }
  }
}
