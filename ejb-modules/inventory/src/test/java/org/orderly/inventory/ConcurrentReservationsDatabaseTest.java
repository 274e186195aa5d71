package org.orderly.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.inventory.integrity.StockCheckQueries;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.StatementFailed;
import org.orderly.testing.TestDatabase;

/** Orders that want the same products at the same moment, on connections of their own. */
class ConcurrentReservationsDatabaseTest {

  @RegisterExtension static final Application APP = Application.on(InventoryDatabase.DOMAIN);

  private TestDatabase database;
  private ProductId tea;
  private ProductId cup;

  @BeforeEach
  void open() {
    database = APP.database(InventoryDatabase.DOMAIN);
    tea = ProductId.newId();
    cup = ProductId.newId();
    APP.bean(Stock.class).open(tea, 0, Quantity.of(10), null);
    APP.bean(Stock.class).open(cup, 0, Quantity.of(100), null);
  }

  @AfterEach
  void allIntegrityChecksPass() throws SQLException {
    assertThat(APP.bean(StockCheckQueries.class).products().after(null, 1_000).findings())
        .isEmpty();
  }

  private static void reserve(OrderId order, ProductQuantity... lines) {
    APP.inTransaction(
        () -> TestReservations.reserve(APP.bean(StockReservations.class), order, List.of(lines)));
  }

  private static ProductQuantity line(ProductId product, int pieces) {
    return new ProductQuantity(product, Quantity.of(pieces));
  }

  /** On hand and reserved. */
  private String level(ProductId product) {
    return database.row(
        "select trim_scale(on_hand), trim_scale(reserved) from stock_item where product_id = ?",
        product.value());
  }

  @Test
  void sellsNoMoreThanThereIs() {
    List<ConcurrentCalls.Outcome<OrderId>> outcomes =
        ConcurrentCalls.run(
            16,
            i -> {
              OrderId order = OrderId.newId();
              reserve(order, line(tea, 1), line(cup, 1));
              return order;
            });

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(10);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .extracting(ConcurrentCalls.Outcome::failure)
        .allSatisfy(
            failure ->
                assertThat(failure)
                    .isInstanceOfSatisfying(
                        InsufficientStock.class,
                        refusal ->
                            assertThat(refusal.details().get("items"))
                                .isEqualTo(
                                    List.of(
                                        new InsufficientStock.Shortage(
                                            tea, Quantity.of(1), Quantity.ZERO)))));
    assertThat(level(tea)).isEqualTo("(10,10)");
    assertThat(level(cup)).isEqualTo("(100,10)");
    assertThat(database.count("reservation where product_id = ?", tea.value())).isEqualTo(10);
  }

  @Test
  void doesNotDeadlockWhateverTheOrderOfTheLines() {
    List<ConcurrentCalls.Outcome<OrderId>> outcomes =
        ConcurrentCalls.run(
            8,
            i -> {
              OrderId last = null;
              for (int round = 0; round < 5; round++) {
                last = OrderId.newId();
                if (i % 2 == 0) {
                  reserve(last, line(tea, 1), line(cup, 1));
                } else {
                  reserve(last, line(cup, 1), line(tea, 1));
                }
                OrderId order = last;
                APP.inTransaction(() -> APP.bean(StockReservations.class).release(order));
              }
              return last;
            });

    assertThat(outcomes).allMatch(ConcurrentCalls.Outcome::succeeded);
    assertThat(level(tea)).isEqualTo("(10,0)");
    assertThat(level(cup)).isEqualTo("(100,0)");
  }

  @Test
  void waitsForTheRowAndSeesWhatTheOtherLeft() throws Exception {
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "update stock_item set reserved = 8 where product_id = '" + tea.value() + "'");
      CompletableFuture<Void> waiting =
          CompletableFuture.runAsync(() -> reserve(OrderId.newId(), line(tea, 3)));
      awaitBlocked();
      statement.execute(
          "update stock_item set reserved = 0, on_hand = 2 where product_id = '"
              + tea.value()
              + "'");
      statement.execute(
          "insert into stock_movement (product_id, kind, quantity, reason, occurred_at)"
              + " values ('"
              + tea.value()
              + "', 'STOCK_TAKE', -8, 'counted', now())");
      other.commit();
      assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(InsufficientStock.class);
    }
    assertThat(level(tea)).isEqualTo("(2,0)");
  }

  /** Until somebody waits for a lock that another session has. */
  private void awaitBlocked() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (database.count("pg_locks where not granted") == 0) {
      assertThat(System.nanoTime()).as("nobody waits").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void databaseRefusesToOversellWhateverTheCodeSays() {
    for (String change : List.of("reserved = 11", "reserved = -1", "on_hand = -1")) {
      assertThatThrownBy(
              () ->
                  database.execute(
                      "update stock_item set " + change + " where product_id = ?", tea.value()))
          .isInstanceOfSatisfying(
              StatementFailed.class,
              refusal -> assertThat(refusal.sqlState()).as(change).isEqualTo("23514"));
    }
    assertThatThrownBy(
            () ->
                database.execute(
                    "update stock_item set on_hand = 9.5 where product_id = ?", tea.value()))
        .hasMessageContaining("stock_fits_scale");
    assertThat(level(tea)).isEqualTo("(10,0)");
  }

  @Test
  void reservesOnceForAnOrder() {
    OrderId order = OrderId.newId();
    List<ConcurrentCalls.Outcome<OrderId>> outcomes =
        ConcurrentCalls.run(
            4,
            i -> {
              reserve(order, line(tea, 2));
              return order;
            });

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(1);
    assertThat(level(tea)).isEqualTo("(10,2)");
  }
}
