package org.orderly.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.inventory.integrity.StockCheckQueries;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.platform.integrity.Finding;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;

/** Stock of one product at two locations, of which orders are served from the first. */
class StockLocationsDatabaseTest {

  private static final int SHOP = 2;

  @RegisterExtension static final Application APP = Application.on(InventoryDatabase.DOMAIN);

  private final OrderId order = OrderId.newId();
  private ProductId tea;

  @BeforeAll
  static void openAShop() {
    database().execute("insert into stock_location values (2, 'shop', 'The shop')");
  }

  @BeforeEach
  void stock() {
    tea = ProductId.newId();
    APP.bean(Stock.class).open(tea, 0, Quantity.of(10), null);
    stockInTheShop(50);
  }

  @Test
  void ordersAreServedFromTheMainLocation() {
    assertThat(APP.bean(Stock.class).level(tea).onHand()).isEqualTo(Quantity.of(10));
    assertThatThrownBy(
            () -> transaction(stock -> TestReservations.reserve(stock, order, List.of(line(11)))))
        .isInstanceOf(InsufficientStock.class);
    transaction(stock -> TestReservations.reserve(stock, order, List.of(line(10))));

    assertThat(levels()).containsExactly("(1,10,10)", "(2,50,0)");
    assertThat(findings()).isEmpty();
  }

  @Test
  void changesOfAReservationStayAtItsLocation() {
    reserveInTheShop(4);

    transaction(stock -> stock.change(order, List.of(line(20))));
    assertThat(levels()).containsExactly("(1,10,0)", "(2,50,20)");
    transaction(stock -> stock.change(order, List.of(line(6))));
    assertThat(levels()).containsExactly("(1,10,0)", "(2,50,6)");
    assertThat(findings()).isEmpty();
  }

  @Test
  void goodsLeaveTheLocationWhereTheyAreReserved() {
    reserveInTheShop(4);
    UUID shipment = UUID.randomUUID();

    transaction(stock -> stock.ship(order, shipment, List.of(line(3))));
    assertThat(levels()).containsExactly("(1,10,0)", "(2,47,1)");
    assertThat(
            database()
                .row(
                    "select location_id, trim_scale(quantity) from stock_movement where reference = ?",
                    shipment))
        .isEqualTo("(2,-3)");
    transaction(stock -> stock.release(order));
    assertThat(levels()).containsExactly("(1,10,0)", "(2,47,0)");
    assertThat(findings()).isEmpty();
  }

  @Test
  void returnedGoodsGoToTheMainLocation() {
    transaction(stock -> stock.restock(UUID.randomUUID(), List.of(line(2))));
    transaction(stock -> stock.writeOff(UUID.randomUUID(), List.of(line(5))));
    assertThat(levels()).containsExactly("(1,12,0)", "(2,50,0)");
    assertThat(findings()).isEmpty();
  }

  @Test
  void checksCompareEachLocationForItself() {
    transaction(stock -> TestReservations.reserve(stock, order, List.of(line(4))));
    String moved = "update stock_item set on_hand = on_hand + %d, reserved = reserved + %d";
    String at = " where product_id = '" + tea + "' and location_id = %d";
    database().tamper((moved + at).formatted(5, -1, 1) + ";" + (moved + at).formatted(-5, 1, 2));

    assertThat(findings())
        .hasSize(6)
        .allSatisfy(finding -> assertThat(finding).contains(tea.toString()))
        .anySatisfy(finding -> assertThat(finding).contains("at location 1: on hand 15"))
        .anySatisfy(finding -> assertThat(finding).contains("at location 2: on hand 45"))
        .anySatisfy(finding -> assertThat(finding).contains("at location 1: reserved 3"))
        .anySatisfy(finding -> assertThat(finding).contains("at location 2: reserved 1"))
        .anySatisfy(finding -> assertThat(finding).contains("reserved 3", "by movements 4"))
        .anySatisfy(finding -> assertThat(finding).contains("reserved 1", "by movements 0"));
    database().tamper((moved + at).formatted(-5, 1, 1) + ";" + (moved + at).formatted(5, -1, 2));
  }

  @Test
  void databaseKeepsStockOfAProductOnceAtALocation() {
    assertThatThrownBy(() -> stockInTheShop(1)).hasMessageContaining("stock_item_pkey");
  }

  @Test
  void aLocationIsAPositiveNumber() {
    assertThatThrownBy(() -> new StockLocationId(0)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new StockLine(tea, null, Quantity.of(1)))
        .isInstanceOf(NullPointerException.class);
  }

  private void stockInTheShop(int pieces) {
    database()
        .execute(
            "insert into stock_item (product_id, location_id, scale, on_hand) values (?, ?, 0, ?)",
            tea.value(),
            SHOP,
            pieces);
    database()
        .execute(
            "insert into stock_movement"
                + " (product_id, location_id, kind, quantity, reason, occurred_at)"
                + " values (?, ?, 'RECEIPT', ?, 'initial stock', now())",
            tea.value(),
            SHOP,
            pieces);
  }

  private void reserveInTheShop(int pieces) {
    database().execute("insert into reservation_set values (?, 'LIVE', now())", order.value());
    database()
        .execute(
            "insert into reservation (order_id, product_id, location_id, quantity)"
                + " values (?, ?, ?, ?)",
            order.value(),
            tea.value(),
            SHOP,
            pieces);
    database()
        .execute(
            "update stock_item set reserved = ? where product_id = ? and location_id = ?",
            pieces,
            tea.value(),
            SHOP);
  }

  private ProductQuantity line(int pieces) {
    return new ProductQuantity(tea, Quantity.of(pieces));
  }

  private List<String> levels() {
    return database()
        .rows(
            "select location_id, trim_scale(on_hand), trim_scale(reserved) from stock_item"
                + " where product_id = ? order by location_id",
            tea.value());
  }

  private static List<String> findings() {
    try {
      return APP.bean(StockCheckQueries.class).products().after(null, 1_000).findings().stream()
          .map(Finding::toString)
          .toList();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void transaction(Consumer<StockReservations> work) {
    APP.inTransaction(() -> work.accept(APP.bean(StockReservations.class)));
  }

  private static TestDatabase database() {
    return APP.database(InventoryDatabase.DOMAIN);
  }
}
