package org.orderly.inventory.adjustment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.inventory.InventoryDatabase;
import org.orderly.inventory.MovementKind;
import org.orderly.inventory.NoStockKept;
import org.orderly.inventory.Stock;
import org.orderly.inventory.StockBelowReserved;
import org.orderly.inventory.StockLevel;
import org.orderly.inventory.integrity.StockCheckQueries;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotencyKeyReused;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

/** Adjustments of one product and of many, and counts. */
class StockAdjustmentsDatabaseTest {

  @RegisterExtension static final Application APP = Application.on(InventoryDatabase.DOMAIN);

  private final UserId admin = UserId.newId();
  private TestDatabase database;
  private ProductId tea;
  private ProductId cup;

  private record Lines(List<StockAdjustment> lines) {}

  @BeforeEach
  void open() {
    database = APP.database(InventoryDatabase.DOMAIN);
    database.execute("delete from outbox");
    tea = opened(10);
    cup = opened(5);
  }

  @AfterEach
  void checksPass() throws SQLException {
    for (ProductId product : List.of(tea, cup)) {
      assertThat(APP.bean(StockCheckQueries.class).products().at(product.toString())).isEmpty();
    }
  }

  private static ProductId opened(int pieces) {
    ProductId product = ProductId.newId();
    APP.bean(Stock.class).open(product, 0, Quantity.of(pieces), null);
    return product;
  }

  private static StockAdjustment line(ProductId product, String change) {
    return new StockAdjustment(product, new BigDecimal(change), "counted");
  }

  private static StockAdjustment expecting(ProductId product, String change, int onHand) {
    return new StockAdjustment(
        product, new BigDecimal(change), MovementKind.ADJUSTMENT, "x", Quantity.of(onHand));
  }

  private IdempotentResult<StockAdjustments.AdjustedStock> adjust(
      String key, StockAdjustment... lines) {
    IdempotencyKey request =
        IdempotencyKey.of(admin, "adjust-stock-batch", key, new Lines(Arrays.asList(lines)));
    return APP.bean(StockAdjustments.class).adjust(null, List.of(lines), request);
  }

  private StockLevel adjust(StockAdjustment line) {
    return APP.bean(StockAdjustments.class)
        .adjust(null, line, IdempotencyKey.of(admin, "adjust-stock", null, line))
        .value();
  }

  private IdempotentResult<StockTakes.BookedStockTake> book(
      String key, StockTake.CountedItem... items) {
    StockTake count = new StockTake(null, List.of(items), "yearly count");
    return APP.bean(StockTakes.class)
        .book(count, IdempotencyKey.of(admin, "book-stock-take", key, count));
  }

  private static StockTake.CountedItem counted(ProductId product, int pieces) {
    return new StockTake.CountedItem(product, Quantity.of(pieces), null);
  }

  private List<String> movements(ProductId product) {
    return database.rows(
        "select kind, trim_scale(quantity) from stock_movement where product_id = ?"
            + " and kind <> 'RECEIPT' order by id",
        product.value());
  }

  private String onHand(ProductId product) {
    return APP.bean(Stock.class).level(product).onHand().toString();
  }

  @Test
  void adjustsManyProductsOnceForAKey() {
    assertThat(adjust("a", line(cup, "3"), line(tea, "-2")).value().items())
        .extracting(level -> level.productId() + " " + level.onHand())
        .containsExactly(cup + " 8", tea + " 8");
    IdempotentResult<StockAdjustments.AdjustedStock> again =
        adjust("a", line(cup, "3"), line(tea, "-2"));

    assertThat(again.replayed()).isTrue();
    assertThat(again.value().items()).hasSize(2);
    assertThatThrownBy(() -> adjust("a", line(cup, "4"), line(tea, "-2")))
        .isInstanceOf(IdempotencyKeyReused.class);
    assertThat(onHand(cup) + onHand(tea)).isEqualTo("88");
    assertThat(movements(tea)).containsExactly("(ADJUSTMENT,-2)");
    assertThat(database.events()).containsExactly("AuditNote", "AuditNote");
  }

  @Test
  void changesNothingIfOneLineIsRefusedAndNamesEach() {
    ProductId never = ProductId.newId();
    assertThatThrownBy(
            () ->
                adjust(
                    "a",
                    line(cup, "3"),
                    line(tea, "-11"),
                    line(never, "1"),
                    line(opened(1), "0.5")))
        .isInstanceOfSatisfying(
            StockLinesRefused.class,
            refusal ->
                assertThat((List<?>) refusal.details().get("items"))
                    .extracting(Object::toString)
                    .satisfiesExactly(
                        one -> assertThat(one).contains("index=1", "stock-below-reserved"),
                        one -> assertThat(one).contains("index=2", "unknown-product"),
                        one -> assertThat(one).contains("index=3", "quantity-too-fine")));

    assertThat(onHand(cup)).isEqualTo("5");
    assertThat(movements(cup)).isEmpty();
    assertThat(database.events()).isEmpty();
    assertThat(adjust("a", line(cup, "3")).replayed()).as("the key is free").isFalse();
  }

  @Test
  void theOnlyLineIsRefusedByItsOwnName() {
    assertThatThrownBy(() -> adjust("a", line(tea, "-11"))).isInstanceOf(StockBelowReserved.class);
    assertThatThrownBy(() -> book("a", counted(ProductId.newId(), 1)))
        .isInstanceOf(NoStockKept.class);
  }

  @Test
  void refusesNoLinesTooManyAndAProductTwice() {
    assertThatThrownBy(() -> adjust("a")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> adjust("a", line(tea, "1"), line(tea, "1")))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("items[1].productId");
    StockAdjustment[] many =
        IntStream.rangeClosed(0, StockLines.MAX)
            .mapToObj(i -> line(ProductId.newId(), "1"))
            .toArray(StockAdjustment[]::new);
    assertThatThrownBy(() -> adjust("a", many)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void changesNothingIfAnotherQuantityIsOnHandThanExpected() {
    assertThat(adjust(expecting(tea, "2", 10)).onHand()).isEqualTo(Quantity.of(12));
    assertThatThrownBy(() -> adjust(expecting(tea, "2", 10)))
        .isInstanceOfSatisfying(
            StockChanged.class,
            refusal -> assertThat(refusal.details()).containsEntry("onHand", Quantity.of(12)));
    assertThat(onHand(tea)).isEqualTo("12");
  }

  @Test
  void onlyOneOfThoseWhoSawTheSameQuantityWins() {
    List<ConcurrentCalls.Outcome<StockLevel>> outcomes =
        ConcurrentCalls.run(8, i -> adjust(expecting(tea, "1", 10)));

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(1);
    assertThat(onHand(tea)).isEqualTo("11");
  }

  @Test
  void batchesInAnyOrderOfLinesWaitForOneAnotherWithoutADeadlock() {
    List<ConcurrentCalls.Outcome<Boolean>> outcomes =
        ConcurrentCalls.run(
            8,
            i -> {
              List<StockAdjustment> lines =
                  new ArrayList<>(List.of(line(tea, "1"), line(cup, "1")));
              if (i % 2 == 0) {
                lines = lines.reversed();
              }
              return adjust(null, lines.toArray(StockAdjustment[]::new)).replayed();
            });

    assertThat(outcomes).allMatch(ConcurrentCalls.Outcome::succeeded);
    assertThat(onHand(tea) + " " + onHand(cup)).isEqualTo("18 13");
  }

  @Test
  void booksTheDifferenceOfACountAsOneMovement() {
    StockTakes.BookedStockTake booked = book("a", counted(tea, 7), counted(cup, 5)).value();

    assertThat(booked.items())
        .containsExactly(
            new StockTakes.BookedItem(tea, Quantity.of(10), Quantity.of(7), new BigDecimal("-3")),
            new StockTakes.BookedItem(cup, Quantity.of(5), Quantity.of(5), BigDecimal.ZERO));
    assertThat(movements(tea)).containsExactly("(STOCK_TAKE,-3)");
    assertThat(movements(cup)).as("nothing to book").isEmpty();
    assertThat(database.count("stock_movement where reference = ?", booked.id())).isEqualTo(1);
    assertThat(database.rows("select payload::json ->> 'action' from outbox"))
        .containsExactly("(stock.counted)", "(stock.counted)");
    assertThat(book("a", counted(tea, 7), counted(cup, 5)).value().id()).isEqualTo(booked.id());
  }

  @Test
  void booksNoCountBelowWhatOrdersWerePromised() {
    database.execute("update stock_item set reserved = 8 where product_id = ?", tea.value());
    try {
      assertThatThrownBy(() -> book("a", counted(cup, 4), counted(tea, 7)))
          .isInstanceOf(StockLinesRefused.class);
      assertThat(onHand(cup)).isEqualTo("5");
    } finally {
      database.execute("update stock_item set reserved = 0 where product_id = ?", tea.value());
    }
  }
}
