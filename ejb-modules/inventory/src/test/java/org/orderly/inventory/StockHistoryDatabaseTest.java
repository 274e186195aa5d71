package org.orderly.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.inventory.adjustment.StockAdjustment;
import org.orderly.inventory.adjustment.StockAdjustments;
import org.orderly.inventory.history.MovementFilter;
import org.orderly.inventory.history.MovementView;
import org.orderly.inventory.history.StockHistoryQueries;
import org.orderly.inventory.history.StockHistoryQueries.StockThen;
import org.orderly.inventory.integrity.StockCheckQueries;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Page;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.integrity.Finding;
import org.orderly.platform.request.RequestContext;
import org.orderly.testing.Application;

/** Why there is as much of a product as there is, and how much there was at a time. */
class StockHistoryDatabaseTest {

  private static final MovementFilter ALL = MovementFilter.ANY;

  @RegisterExtension static final Application APP = Application.on(InventoryDatabase.DOMAIN);

  private final OrderId order = OrderId.newId();
  private final UUID shipment = UUID.randomUUID();
  private final UUID returned = UUID.randomUUID();
  private ProductId tea;

  @BeforeEach
  void open() {
    RequestContext.enter(new RequestContext("an-admin", "", "", ""));
    tea = ProductId.newId();
    APP.bean(Stock.class).open(tea, 0, Quantity.of(10), null);
  }

  @AfterEach
  void leave() {
    RequestContext.leave();
  }

  /** Each step of a product's life, and what it leaves on hand and reserved. */
  private List<Step> life() {
    return List.of(
        new Step("10/4", () -> reserve(order, 4)),
        new Step("12/4", () -> adjust("2", "found")),
        new Step("12/6", () -> transaction(stock -> stock.change(order, lines(6)))),
        new Step("12/5", () -> transaction(stock -> stock.change(order, lines(5)))),
        new Step("9/2", () -> transaction(stock -> stock.ship(order, shipment, lines(3)))),
        new Step("10/2", () -> transaction(stock -> stock.restock(returned, lines(1)))),
        new Step("10/2", () -> transaction(stock -> stock.writeOff(returned, lines(2)))),
        new Step("10/0", () -> transaction(stock -> stock.release(order))),
        new Step("10/3", () -> reserve(OrderId.newId(), 3)));
  }

  private record Step(String level, Runnable work) {}

  @Test
  void tellsEveryMovementWithItsKindAndReference() {
    life().forEach(step -> step.work().run());

    assertThat(page(ALL, 100, null).items())
        .extracting(one -> one.kind() + " " + one.onHandChange() + " " + one.reservedChange())
        .containsExactly(
            "RESERVATION 0 3",
            "RELEASE 0 -2",
            "SHRINKAGE -2 0",
            "RETURN 2 0",
            "RETURN 1 0",
            "SALE -3 -3",
            "RELEASE 0 -1",
            "RESERVATION 0 2",
            "ADJUSTMENT 2 0",
            "RESERVATION 0 4",
            "RECEIPT 10 0");
    MovementView sale = page(kinds(MovementKind.SALE), 100, null).items().get(0);
    assertThat(sale.reference()).isEqualTo(shipment);
    assertThat(sale.actor()).isEqualTo("an-admin");
    assertThat(sale.location()).isEqualTo("main");
    MovementView found = page(kinds(MovementKind.ADJUSTMENT), 100, null).items().get(0);
    assertThat(found.reason()).isEqualTo("found");
    assertThat(page(kinds(MovementKind.RESERVATION), 100, null).items())
        .extracting(MovementView::reference)
        .contains(order.value());
  }

  @Test
  void tellsHowMuchThereWasAfterEachStep() {
    List<Instant> moments = new ArrayList<>();
    life()
        .forEach(
            step -> {
              step.work().run();
              assertThat(now()).isEqualTo(step.level());
              moments.add(Instant.now());
            });

    assertThat(moments)
        .extracting(this::before)
        .isEqualTo(life().stream().map(Step::level).toList());
    assertThat(before(Instant.EPOCH)).isEqualTo("0/0");
    assertThat(before(Instant.now())).isEqualTo(now());
    assertThat(findings()).isEmpty();
  }

  @Test
  void pagesAreTheWholeListAlsoWhenAReservationGetsItsMovementMeanwhile() {
    reserve(order, 1);
    for (int i = 0; i < 3; i++) {
      adjust("1", "found");
      reserve(OrderId.newId(), 1);
    }
    List<MovementView> whole = page(ALL, 100, null).items();

    List<MovementView> paged = new ArrayList<>();
    Page<MovementView> page = page(ALL, 2, null);
    paged.addAll(page.items());
    transaction(stock -> stock.release(order));
    while (page.nextCursor() != null) {
      page = page(ALL, 2, page.nextCursor());
      paged.addAll(page.items());
    }
    assertThat(paged).isEqualTo(whole).hasSize(8);
    assertThat(page(ALL, 100, null).items()).hasSize(9);
  }

  @Test
  void aTieOfTimesIsBrokenTheSameWayBeforeAndAfterTheMovementIsWritten() {
    List<OrderId> orders = List.of(OrderId.newId(), OrderId.newId(), OrderId.newId());
    transaction(
        stock -> {
          LockedStock locked = stock.lock(List.of(tea));
          orders.forEach(one -> locked.reserve(one, lines(1)));
          stock.write(locked);
        });
    List<MovementView> whole = page(ALL, 100, null).items();
    for (OrderId one : orders) {
      Page<MovementView> first = page(ALL, 2, null);
      transaction(stock -> stock.change(one, lines(2)));
      Page<MovementView> second = page(ALL, 100, first.nextCursor());
      assertThat(second.items()).as("after " + one).endsWith(whole.get(whole.size() - 1));
      transaction(stock -> stock.change(one, lines(1)));
    }
    assertThat(page(kinds(MovementKind.RECEIPT, MovementKind.RESERVATION), 100, null).items())
        .endsWith(whole.toArray(MovementView[]::new));
  }

  @Test
  void aCheckoutWritesNoMovement() {
    reserve(order, 4);
    assertThat(
            APP.database(InventoryDatabase.DOMAIN)
                .count("stock_movement where product_id = ?", tea.value()))
        .as("its first receipt alone")
        .isEqualTo(1);
    assertThat(page(ALL, 100, null).items()).hasSize(2);
  }

  @Test
  void filtersByTime() {
    adjust("1", "first");
    MovementView first = page(ALL, 1, null).items().get(0);
    adjust("1", "second");
    MovementView second = page(ALL, 1, null).items().get(0);

    assertThat(
            page(new MovementFilter(Set.of(), null, second.occurredAt(), null), 100, null).items())
        .containsExactly(second);
    assertThat(
            page(
                    new MovementFilter(Set.of(), null, first.occurredAt(), second.occurredAt()),
                    100,
                    null)
                .items())
        .containsExactly(first);
    assertThat(page(at("main"), 1, null).items()).containsExactly(second);
    assertThat(page(at("moon"), 1, null).items()).isEmpty();
    assertThatThrownBy(() -> page(ALL, 100, "bm9uc2Vuc2U")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> MovementKind.of("theft")).isInstanceOf(InvalidValue.class);
    assertThat(MovementKind.of("sale")).isEqualTo(MovementKind.SALE);
  }

  @Test
  void theCheckFindsReservedStockThatTheMovementsDoNotAddUpTo() {
    reserve(order, 4);
    transaction(stock -> stock.change(order, lines(3)));
    assertThat(findings()).isEmpty();

    APP.database(InventoryDatabase.DOMAIN)
        .tamper("delete from stock_movement where kind = 'RELEASE' and product_id = '" + tea + "'");
    assertThat(findings())
        .singleElement()
        .asString()
        .contains("I2", tea.toString(), "reserved 3", "by movements 4");
  }

  @Test
  void databaseRefusesAMovementThatDoesNotFitItsKind() {
    for (String values :
        List.of(
            "'SALE', 1, 0",
            "'SALE', -2, -1",
            "'RECEIPT', -1, 0",
            "'RELEASE', -1, -1",
            "'RESERVATION', 0, -1",
            "'THEFT', -1, 0",
            "'ADJUSTMENT', 0, 0",
            "'TRANSFER', 1, 1")) {
      assertThatThrownBy(
              () ->
                  APP.database(InventoryDatabase.DOMAIN)
                      .execute(
                          "insert into stock_movement (kind, quantity, reserved_change, product_id,"
                              + " reason, occurred_at) values ("
                              + values
                              + ", ?, 'x', now())",
                          tea.value()))
          .as(values)
          .hasMessageContaining("movement_fits_its_kind");
    }
  }

  private Page<MovementView> page(MovementFilter filter, int limit, String cursor) {
    return APP.bean(StockHistoryQueries.class).page(tea, filter, new Limit(limit), cursor);
  }

  private static MovementFilter kinds(MovementKind... kinds) {
    return new MovementFilter(Set.of(kinds), null, null, null);
  }

  private static MovementFilter at(String location) {
    return new MovementFilter(Set.of(), location, null, null);
  }

  private String before(Instant moment) {
    StockThen then = APP.bean(StockHistoryQueries.class).before(tea, moment);
    return then.onHand() + "/" + then.reserved();
  }

  private String now() {
    StockLevel level = APP.bean(Stock.class).level(tea);
    return level.onHand() + "/" + level.reserved();
  }

  private void adjust(String change, String reason) {
    StockAdjustment adjustment = new StockAdjustment(tea, new BigDecimal(change), reason);
    APP.bean(StockAdjustments.class)
        .adjust(
            null, adjustment, IdempotencyKey.of(UserId.newId(), "adjust-stock", null, adjustment));
  }

  private void reserve(OrderId id, int pieces) {
    transaction(stock -> TestReservations.reserve(stock, id, lines(pieces)));
  }

  private List<ProductQuantity> lines(int pieces) {
    return List.of(new ProductQuantity(tea, Quantity.of(pieces)));
  }

  private static void transaction(Consumer<StockReservations> work) {
    APP.inTransaction(() -> work.accept(APP.bean(StockReservations.class)));
  }

  private List<String> findings() {
    try {
      return APP.bean(StockCheckQueries.class).products().at(tea.toString()).stream()
          .map(Finding::toString)
          .toList();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
