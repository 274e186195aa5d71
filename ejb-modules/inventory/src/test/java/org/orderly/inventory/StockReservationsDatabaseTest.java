package org.orderly.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.inventory.integrity.ReservationQueries;
import org.orderly.inventory.integrity.ReturnedStockQueries;
import org.orderly.inventory.integrity.StockCheckQueries;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.platform.integrity.KeyRange;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;

/** An order's stock from the promise to the return, on a real database. */
class StockReservationsDatabaseTest {

  @RegisterExtension static final Application APP = Application.on(InventoryDatabase.DOMAIN);

  private final OrderId order = OrderId.newId();
  private final UUID shipment = UUID.randomUUID();
  private final UUID returned = UUID.randomUUID();
  private ProductId tea;
  private ProductId cup;

  @BeforeEach
  void promise() {
    tea = kept(10);
    cup = kept(5);
    transaction(
        stock -> TestReservations.reserve(stock, order, List.of(line(tea, "4"), line(cup, "2"))));
  }

  @AfterEach
  void booksHold() throws SQLException {
    assertThat(APP.bean(StockCheckQueries.class).products().after(null, 1_000).findings())
        .isEmpty();
  }

  @Test
  void givesUpWhatIsNotWantedAnyMore() {
    transaction(stock -> stock.release(order));
    assertThat(levels(tea)).isEqualTo("(10,0)");
    assertThat(status()).isEqualTo("(RELEASED)");
    assertThat(isReserved()).isTrue();
    transaction(stock -> stock.release(order));
    assertThat(levels(tea)).isEqualTo("(10,0)");
    assertThatThrownBy(() -> ship(line(tea, "1"))).isInstanceOf(NothingReserved.class);
    assertThatThrownBy(() -> change(line(tea, "1"))).isInstanceOf(NothingReserved.class);
  }

  @Test
  void releasesNothingForOrdersThatItDoesNotKnow() {
    transaction(stock -> stock.release(OrderId.newId()));
    assertThat(levels(tea)).isEqualTo("(10,4)");
  }

  @Test
  void promisesMoreAndLessAndOthers() {
    ProductId pot = kept(3);
    change(line(tea, "1"), line(pot, "3"));
    assertThat(levels(tea)).isEqualTo("(10,1)");
    assertThat(levels(cup)).isEqualTo("(5,0)");
    assertThat(levels(pot)).isEqualTo("(3,3)");
    change(line(tea, "10"), line(cup, "5"));
    assertThat(levels(tea)).isEqualTo("(10,10)");
    assertThat(levels(cup)).isEqualTo("(5,5)");
    assertThat(levels(pot)).isEqualTo("(3,0)");
    assertThat(status()).isEqualTo("(LIVE)");
  }

  @Test
  void saysHowMuchAnOrderCouldHave() {
    ProductId never = ProductId.newId();
    assertThatThrownBy(() -> change(line(tea, "11"), line(cup, "2"), line(never, "1")))
        .isInstanceOfSatisfying(
            InsufficientStock.class,
            refusal ->
                assertThat(refusal.details().get("items"))
                    .isEqualTo(
                        List.of(
                            new InsufficientStock.Shortage(tea, Quantity.of(11), Quantity.of(10)),
                            new InsufficientStock.Shortage(never, Quantity.of(1), Quantity.ZERO))));
    assertThat(levels(tea)).isEqualTo("(10,4)");
  }

  @Test
  void changesInFractionsOnlyWhereTheyAreSold() {
    assertThatThrownBy(() -> change(line(tea, "1.5"))).isInstanceOf(QuantityTooFine.class);
    assertThat(levels(tea)).isEqualTo("(10,4)");
  }

  @Test
  void warnsWhenAChangeLeavesLittle() {
    database()
        .execute("update stock_item set low_stock_threshold = 5 where product_id = ?", tea.value());
    change(line(tea, "5"), line(cup, "2"));
    assertThat(database().row("select count(*) from outbox where aggregate_id = ?", tea.value()))
        .isEqualTo("(1)");
  }

  @Test
  void shipsInParts() {
    ship(line(tea, "3"));
    assertThat(levels(tea)).isEqualTo("(7,1)");
    assertThat(status()).isEqualTo("(LIVE)");
    assertThat(moved(shipment, tea)).isEqualTo("(-3)");
    transaction(
        stock -> stock.ship(order, UUID.randomUUID(), List.of(line(cup, "2"), line(tea, "1"))));
    assertThat(levels(tea)).isEqualTo("(6,0)");
    assertThat(levels(cup)).isEqualTo("(3,0)");
    assertThat(status()).isEqualTo("(FULFILLED)");
    assertThat(isReserved()).isTrue();
  }

  @Test
  void tellsHowMuchHasLeftForAnOrder() throws SQLException {
    ship(line(tea, "3"), line(cup, "1"));
    ReservationQueries.Reserved reserved =
        APP.bean(ReservationQueries.class).in(KeyRange.only(order.value())).get(order.value());
    assertThat(reserved.left()).isEqualByComparingTo("4");
    assertThat(reserved.live()).isTrue();
  }

  @Test
  void neverShipsMoreThanWasPromised() {
    assertThatThrownBy(() -> ship(line(tea, "5")))
        .isInstanceOfSatisfying(
            NothingReserved.class,
            refusal -> assertThat(refusal.details()).containsEntry("reserved", Quantity.of(4)));
    assertThatThrownBy(() -> ship(line(ProductId.newId(), "1")))
        .isInstanceOf(NothingReserved.class);
    assertThat(levels(tea)).isEqualTo("(10,4)");
    assertThat(moved(shipment, tea)).isEqualTo("()");
  }

  @Test
  void letsAProductLeaveOnceWithAShipment() {
    ship(line(tea, "1"));
    assertThatThrownBy(() -> ship(line(tea, "1"))).isInstanceOf(DatabaseUnavailable.class);
    assertThat(levels(tea)).isEqualTo("(9,3)");
  }

  @Test
  void shipsTheLastPiecesToOneOfTwo() {
    List<Boolean> shipped =
        IntStream.range(0, 2)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> triesToShip(line(tea, "3")), Thread::startVirtualThread))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(shipped).containsExactlyInAnyOrder(true, false);
    assertThat(levels(tea)).isEqualTo("(7,1)");
  }

  @Test
  void keepsWhatWasShippedWhenTheRestIsGivenUp() {
    ship(line(tea, "3"));
    assertThatThrownBy(() -> change(line(tea, "2"))).isInstanceOf(AlreadyShipped.class);
    assertThatThrownBy(() -> change(line(cup, "2"))).isInstanceOf(AlreadyShipped.class);
    transaction(stock -> stock.release(order));
    assertThat(levels(tea)).isEqualTo("(7,0)");
    assertThat(status()).isEqualTo("(FULFILLED)");
  }

  @Test
  void putsBackOrWritesOffWhatReturns() throws SQLException {
    ship(line(tea, "4"), line(cup, "2"));
    transaction(stock -> stock.restock(returned, List.of(line(tea, "3"))));
    transaction(stock -> stock.writeOff(returned, List.of(line(tea, "1"))));
    assertThat(levels(tea)).isEqualTo("(9,0)");
    assertThat(moved(returned, tea)).isEqualTo("(3)");
    assertThat(database().row("select count(*) from stock_movement where reference = ?", returned))
        .isEqualTo("(3)");
    assertThat(APP.bean(ReturnedStockQueries.class).of(List.of(returned, shipment)))
        .containsOnlyKeys(returned)
        .hasEntrySatisfying(returned, all -> assertThat(all).isEqualByComparingTo("4"));
  }

  @Test
  void restocksNothingThatItDoesNotKeep() {
    assertThatThrownBy(
            () ->
                transaction(
                    stock -> stock.restock(returned, List.of(line(ProductId.newId(), "1")))))
        .isInstanceOf(NoStockKept.class);
  }

  @Test
  void databaseRefusesPromisesThatAreKeptTwice() {
    assertThatThrownBy(
            () ->
                database()
                    .execute(
                        "update reservation set fulfilled = 3, released = 2 where product_id = ?",
                        tea.value()))
        .hasMessageContaining("no_promise_is_kept_twice");
  }

  private static void transaction(Consumer<StockReservations> work) {
    APP.inTransaction(() -> work.accept(APP.bean(StockReservations.class)));
  }

  private static TestDatabase database() {
    return APP.database(InventoryDatabase.DOMAIN);
  }

  private static ProductId kept(int pieces) {
    ProductId id = ProductId.newId();
    database()
        .execute(
            "insert into stock_item (product_id, scale, on_hand) values (?, 0, ?)",
            id.value(),
            pieces);
    database()
        .execute(
            "insert into stock_movement (product_id, kind, quantity, reason, occurred_at)"
                + " values (?, 'RECEIPT', ?, 'initial stock', now())",
            id.value(),
            pieces);
    return id;
  }

  private void change(ProductQuantity... wanted) {
    transaction(stock -> stock.change(order, List.of(wanted)));
  }

  private void ship(ProductQuantity... lines) {
    transaction(stock -> stock.ship(order, shipment, List.of(lines)));
  }

  private boolean triesToShip(ProductQuantity line) {
    try {
      transaction(stock -> stock.ship(order, UUID.randomUUID(), List.of(line)));
      return true;
    } catch (DomainException refused) {
      return false;
    }
  }

  private static ProductQuantity line(ProductId product, String quantity) {
    return new ProductQuantity(product, Quantity.of(quantity));
  }

  /** On hand and reserved. */
  private static String levels(ProductId product) {
    return database()
        .row(
            "select trim_scale(on_hand), trim_scale(reserved) from stock_item where product_id = ?",
            product.value());
  }

  private String status() {
    return database().row("select status from reservation_set where order_id = ?", order.value());
  }

  private boolean isReserved() {
    return APP.bean(ReservationQueries.class)
        .in(KeyRange.only(order.value()))
        .containsKey(order.value());
  }

  private static String moved(UUID reference, ProductId product) {
    return database()
        .row(
            "select trim_scale(sum(quantity)) from stock_movement"
                + " where reference = ? and product_id = ?",
            reference,
            product.value());
  }
}
