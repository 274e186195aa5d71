package org.orderly.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.inventory.adjustment.StockAdjustment;
import org.orderly.inventory.adjustment.StockAdjustments;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotencyKeyReused;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

class StockDatabaseTest {

  @RegisterExtension static final Application APP = Application.on(InventoryDatabase.DOMAIN);

  private final UserId admin = UserId.newId();
  private TestDatabase database;
  private Stock stock;
  private ProductId tea;

  @BeforeEach
  void open() {
    database = APP.database(InventoryDatabase.DOMAIN);
    database.execute("delete from outbox");
    stock = APP.bean(Stock.class);
    tea = ProductId.newId();
    stock.open(tea, 0, Quantity.of(10), Quantity.of(3));
  }

  private StockLevel adjust(String change, String key) {
    StockAdjustment adjustment = new StockAdjustment(tea, new BigDecimal(change), "counted");
    return APP.bean(StockAdjustments.class)
        .adjust(null, adjustment, IdempotencyKey.of(admin, "adjust-stock", key, adjustment))
        .value();
  }

  private void reserve(int pieces) {
    List<ProductQuantity> lines = List.of(new ProductQuantity(tea, Quantity.of(pieces)));
    APP.inTransaction(
        () -> TestReservations.reserve(APP.bean(StockReservations.class), OrderId.newId(), lines));
  }

  private List<String> movements() {
    return database.rows(
        "select trim_scale(quantity), reason from stock_movement where product_id = ? order by id",
        tea.value());
  }

  @Test
  void opensStockWithItsFirstMovement() {
    assertThat(stock.level(tea))
        .isEqualTo(
            new StockLevel(tea, Quantity.of(10), Quantity.ZERO, Quantity.of(10), Quantity.of(3)));
    assertThat(movements()).containsExactly("(10,\"initial stock\")");
  }

  @Test
  void opensAProductOnce() {
    assertThatThrownBy(() -> stock.open(tea, 0, Quantity.of(5), null)).isNotNull();
    assertThat(stock.level(tea).onHand()).isEqualTo(Quantity.of(10));
    assertThat(movements()).hasSize(1);
  }

  @Test
  void adjustsOnceForAKeyAndNotesIt() {
    assertThat(adjust("-2", "a").onHand()).isEqualTo(Quantity.of(8));
    assertThat(adjust("-2", "a").onHand()).isEqualTo(Quantity.of(8));
    assertThatThrownBy(() -> adjust("-3", "a")).isInstanceOf(IdempotencyKeyReused.class);

    assertThat(movements()).containsExactly("(10,\"initial stock\")", "(-2,counted)");
    assertThat(database.events()).containsExactly("AuditNote");
    assertThat(database.row("select payload::json ->> 'action' from outbox"))
        .isEqualTo("(stock.adjusted)");
  }

  @Test
  void warnsOnceWhenStockRunsLow() {
    adjust("-7", "a");
    adjust("-1", "b");
    assertThat(database.events()).containsExactly("StockRunningLow", "AuditNote", "AuditNote");
    adjust("8", "c");
    adjust("-8", "d");
    assertThat(database.events()).filteredOn("StockRunningLow"::equals).hasSize(2);
  }

  @Test
  void ordersThatComeAndGoAroundTheThresholdCauseOneAlert() {
    OrderId order = OrderId.newId();
    StockReservations reservations = APP.bean(StockReservations.class);
    APP.inTransaction(() -> TestReservations.reserve(reservations, order, pieces(7)));
    for (int i = 0; i < 3; i++) {
      APP.inTransaction(() -> reservations.change(order, pieces(6)));
      APP.inTransaction(() -> reservations.change(order, pieces(7)));
    }
    assertThat(database.events()).containsExactly("StockRunningLow");
    assertThat(alert()).isEqualTo("(LOW)");
    APP.inTransaction(() -> reservations.release(order));
    assertThat(database.events()).containsExactly("StockRunningLow", "StockReplenished");
  }

  private List<ProductQuantity> pieces(int pieces) {
    return List.of(new ProductQuantity(tea, Quantity.of(pieces)));
  }

  @Test
  void aReleaseThatFreesTheLastPiecesIsToldToShoppers() {
    OrderId order = OrderId.newId();
    StockReservations reservations = APP.bean(StockReservations.class);
    APP.inTransaction(() -> TestReservations.reserve(reservations, order, pieces(10)));
    assertThat(database.events()).containsExactly("StockDepleted");
    assertThat(alert()).isEqualTo("(DEPLETED)");
    APP.inTransaction(() -> reservations.release(order));

    assertThat(database.events())
        .containsExactly("StockDepleted", "StockReplenished", "ProductBackInStock");
    assertThat(alert()).isEqualTo("(NORMAL)");
  }

  private String alert() {
    return database.row("select alert from stock_item where product_id = ?", tea.value());
  }

  @Test
  void takesNothingAwayThatOrdersWerePromised() {
    reserve(8);
    assertThatThrownBy(() -> adjust("-3", "a")).isInstanceOf(StockBelowReserved.class);

    assertThat(stock.level(tea).onHand()).isEqualTo(Quantity.of(10));
    assertThat(movements()).hasSize(1);
    assertThat(database.events()).as("of the reservation").containsExactly("StockRunningLow");
    assertThat(adjust("-2", "a").available()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void losesNoAdjustmentWhenManyComeAtOnce() {
    List<ConcurrentCalls.Outcome<StockLevel>> outcomes =
        ConcurrentCalls.run(8, i -> adjust("1", "key-" + i));

    assertThat(outcomes).allMatch(ConcurrentCalls.Outcome::succeeded);
    assertThat(stock.level(tea).onHand()).isEqualTo(Quantity.of(18));
    assertThat(movements()).hasSize(9);
  }

  @Test
  void refusesWhatIsNotKept() {
    ProductId other = ProductId.newId();
    assertThatThrownBy(() -> stock.level(other)).isInstanceOf(NoStockKept.class);
    assertThat(stock.available(List.of(tea, other))).isEqualTo(Map.of(tea, Quantity.of(10)));
    assertThatThrownBy(() -> adjust("0.5", "a")).isInstanceOf(QuantityTooFine.class);
  }

  @Test
  void notesAnotherThresholdAndOnlyAnother() {
    stock.threshold(tea, Quantity.of(3));
    assertThat(database.events()).isEmpty();
    assertThat(stock.threshold(tea, Quantity.of(4)).lowStockThreshold()).isEqualTo(Quantity.of(4));
    assertThat(database.row("select payload::json ->> 'action' from outbox"))
        .isEqualTo("(stock.threshold-set)");
  }

  @Test
  void databaseNeverChangesAMovement() {
    assertThatThrownBy(() -> database.execute("update stock_movement set quantity = 11"))
        .hasMessageContaining("never changed");
    assertThatThrownBy(() -> database.execute("delete from stock_movement"))
        .hasMessageContaining("never changed");
  }
}
