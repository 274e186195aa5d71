package org.orderly.inventory.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.inventory.InventoryDatabase;
import org.orderly.inventory.NoStockKept;
import org.orderly.inventory.Stock;
import org.orderly.inventory.StockBelowReserved;
import org.orderly.inventory.adjustment.StockAdjustment;
import org.orderly.inventory.adjustment.StockAdjustments;
import org.orderly.inventory.integrity.StockCheckQueries;
import org.orderly.inventory.location.LocationClosed;
import org.orderly.inventory.location.LocationCodeTaken;
import org.orderly.inventory.location.LocationInUse;
import org.orderly.inventory.location.LocationStockQueries;
import org.orderly.inventory.location.StockLocations;
import org.orderly.inventory.location.UnknownLocation;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.integrity.Finding;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

/** Locations, and goods that go from one to another: nothing is lost or twice there. */
class StockTransfersDatabaseTest {

  @RegisterExtension static final Application APP = Application.on(InventoryDatabase.DOMAIN);

  private final UserId admin = UserId.newId();
  private TestDatabase database;
  private String shop;
  private ProductId tea;
  private ProductId cup;

  private record Step(UUID transfer) {}

  @BeforeEach
  void openAShop() {
    database = APP.database(InventoryDatabase.DOMAIN);
    database.execute("delete from outbox");
    shop = "shop-" + UUID.randomUUID().toString().substring(0, 8);
    locations().open(shop, "The shop");
    tea = opened(10);
    cup = opened(5);
  }

  @AfterEach
  void checksPass() {
    assertThat(findings()).isEmpty();
  }

  private static ProductId opened(int pieces) {
    ProductId product = ProductId.newId();
    APP.bean(Stock.class).open(product, 0, Quantity.of(pieces), Quantity.of(3));
    return product;
  }

  private static StockLocations locations() {
    return APP.bean(StockLocations.class);
  }

  private static StockTransfers transfers() {
    return APP.bean(StockTransfers.class);
  }

  private static ProductQuantity line(ProductId product, int pieces) {
    return new ProductQuantity(product, Quantity.of(pieces));
  }

  private TransferView send(String key, String from, String to, ProductQuantity... items) {
    StockTransferRequest request =
        new StockTransferRequest(from, to, List.of(items), "the shop is empty");
    return transfers()
        .send(request, IdempotencyKey.of(admin, "send-transfer", key, request))
        .value();
  }

  private TransferView receive(String key, UUID id) {
    return transfers()
        .receive(id, IdempotencyKey.of(admin, "receive-transfer", key, new Step(id)))
        .value();
  }

  private TransferView cancel(UUID id) {
    return transfers()
        .cancel(id, IdempotencyKey.of(admin, "cancel-transfer", null, new Step(id)))
        .value();
  }

  private void adjust(String location, ProductId product, int change) {
    StockAdjustment adjustment =
        new StockAdjustment(product, BigDecimal.valueOf(change), "counted");
    APP.bean(StockAdjustments.class)
        .adjust(location, adjustment, IdempotencyKey.of(admin, "adjust-stock", null, adjustment));
  }

  /** On hand at the main location, in transit, and at the shop. */
  private String where(ProductId product) {
    LocationStockQueries.StockEverywhere all = APP.bean(LocationStockQueries.class).of(product);
    Quantity main = all.locations().get(0).onHand();
    return main + " " + all.inTransit() + " " + all.onHand().minus(main);
  }

  private static List<String> findings() {
    try {
      List<Finding> found =
          new ArrayList<>(
              APP.bean(StockCheckQueries.class).products().after(null, 10_000).findings());
      found.addAll(APP.bean(StockCheckQueries.class).transfers().after(null, 10_000).findings());
      return found.stream().map(Finding::toString).toList();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void goodsAreInTransitUntilTheyAreReceived() {
    TransferView sent = send(null, "main", shop, line(tea, 4), line(cup, 5));
    assertThat(sent.status()).isEqualTo(StockTransferStatus.IN_TRANSIT);
    assertThat(where(tea)).isEqualTo("6 4 0");
    assertThat(where(cup)).isEqualTo("0 5 0");
    assertThat(findings()).isEmpty();

    TransferView received = receive(null, sent.id());
    assertThat(received.status()).isEqualTo(StockTransferStatus.RECEIVED);
    assertThat(where(tea)).isEqualTo("6 0 4");
    assertThat(transfers().get(sent.id())).isEqualTo(received);
    assertThat(
            database.rows(
                "select kind, trim_scale(quantity) from stock_movement"
                    + " where reference = ? and product_id = ? order by id",
                sent.id(),
                tea.value()))
        .containsExactly("(TRANSFER,-4)", "(TRANSFER,4)");
    assertThatThrownBy(() -> receive(null, sent.id())).isInstanceOf(TransferEnded.class);
    assertThatThrownBy(() -> cancel(sent.id())).isInstanceOf(TransferEnded.class);
    assertThat(where(tea)).isEqualTo("6 0 4");
  }

  @Test
  void cancelledGoodsAreBack() {
    TransferView sent = send(null, "main", shop, line(tea, 4));
    assertThat(cancel(sent.id()).status()).isEqualTo(StockTransferStatus.CANCELLED);
    assertThat(where(tea)).isEqualTo("10 0 0");
    assertThatThrownBy(() -> receive(null, sent.id())).isInstanceOf(TransferEnded.class);
  }

  @Test
  void eachStepRunsOnceForAKey() {
    TransferView sent = send("a", "main", shop, line(tea, 4));
    assertThat(send("a", "main", shop, line(tea, 4))).isEqualTo(sent);
    assertThat(where(tea)).isEqualTo("6 4 0");
    TransferView received = receive("b", sent.id());
    assertThat(receive("b", sent.id())).isEqualTo(received);
    assertThat(where(tea)).isEqualTo("6 0 4");
  }

  @Test
  void onlyOneOfManyEndsATransfer() {
    TransferView sent = send(null, "main", shop, line(tea, 4));
    List<ConcurrentCalls.Outcome<TransferView>> outcomes =
        ConcurrentCalls.run(8, i -> i % 2 == 0 ? receive(null, sent.id()) : cancel(sent.id()));

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(1);
    assertThat(where(tea)).isIn("6 0 4", "10 0 0");
  }

  @Test
  void aStepThatFailsInTheMiddleLosesNothing() {
    TransferView sent = send(null, "main", shop, line(tea, 4));
    database.execute("alter table outbox add constraint poison check (false) not valid");
    try {
      assertThatThrownBy(() -> receive(null, sent.id())).isNotNull();
      assertThatThrownBy(() -> cancel(sent.id())).isNotNull();
      assertThatThrownBy(() -> send(null, "main", shop, line(cup, 1))).isNotNull();
    } finally {
      database.execute("alter table outbox drop constraint poison");
    }
    assertThat(where(tea)).isEqualTo("6 4 0");
    assertThat(where(cup)).isEqualTo("5 0 0");
    assertThat(transfers().get(sent.id()).status()).isEqualTo(StockTransferStatus.IN_TRANSIT);
  }

  @Test
  void sendsOnlyWhatIsThereAndNotPromised() {
    database.execute("update stock_item set reserved = 8 where product_id = ?", tea.value());
    try {
      assertThatThrownBy(() -> send(null, "main", shop, line(cup, 1), line(tea, 3)))
          .isInstanceOf(StockBelowReserved.class);
    } finally {
      database.execute("update stock_item set reserved = 0 where product_id = ?", tea.value());
    }
    assertThatThrownBy(() -> send(null, shop, "main", line(tea, 1)))
        .isInstanceOf(NoStockKept.class);
    assertThatThrownBy(() -> send(null, "main", "moon", line(tea, 1)))
        .isInstanceOf(UnknownLocation.class);
    assertThatThrownBy(() -> send(null, "main", "main", line(tea, 1)))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> send(null, "main", shop, line(tea, 1), line(tea, 1)))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> transfers().get(UUID.randomUUID()))
        .isInstanceOf(UnknownTransfer.class);
    assertThat(where(cup)).isEqualTo("5 0 0");
  }

  @Test
  void stockElsewhereCausesNoAlertOfWhatCanBeSold() {
    adjust(shop, tea, 7);
    assertThat(where(tea)).isEqualTo("10 0 7");
    adjust(shop, tea, -7);
    assertThat(database.events()).containsExactly("AuditNote", "AuditNote", "AuditNote");
    send(null, "main", shop, line(tea, 8));
    assertThat(database.events()).contains("StockRunningLow");
  }

  @Test
  void aLocationThatIsNeededIsNotClosed() {
    assertThatThrownBy(() -> locations().close("main")).isInstanceOf(LocationInUse.class);
    TransferView sent = send(null, "main", shop, line(tea, 4));
    assertThatThrownBy(() -> locations().close(shop)).isInstanceOf(LocationInUse.class);
    receive(null, sent.id());
    assertThatThrownBy(() -> locations().close(shop)).isInstanceOf(LocationInUse.class);
    adjust(shop, tea, -4);
    locations().close(shop);
    locations().close(shop);
    assertThat(locations().get(shop).closed()).isTrue();
    assertThatThrownBy(() -> send(null, "main", shop, line(tea, 1)))
        .isInstanceOf(LocationClosed.class);
    assertThatThrownBy(() -> adjust(shop, tea, 1)).isInstanceOf(LocationClosed.class);
    assertThatThrownBy(() -> locations().open(shop, "Again")).isInstanceOf(LocationCodeTaken.class);
  }

  @Test
  void listsTransfersNewestFirst() {
    TransferView first = send(null, "main", shop, line(tea, 1));
    TransferView second = send(null, "main", shop, line(tea, 2));
    receive(null, first.id());
    Page<TransferView> page = transfers().page(null, new Limit(1), null);
    assertThat(page.items()).containsExactly(second);
    assertThat(transfers().page(null, new Limit(1), page.nextCursor()).items())
        .extracting(TransferView::id)
        .containsExactly(first.id());
    assertThat(transfers().page(StockTransferStatus.IN_TRANSIT, new Limit(1), null).items())
        .containsExactly(second);
    assertThatThrownBy(() -> transfers().page(null, new Limit(1), "x"))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void theCheckFindsGoodsThatWereLostOnTheWay() {
    TransferView sent = send(null, "main", shop, line(tea, 4));
    database.tamper(
        "update stock_transfer set status = 'RECEIVED', ended_at = now() where id = '"
            + sent.id()
            + "'");
    assertThat(findings())
        .singleElement()
        .asString()
        .contains("I1", sent.id().toString(), "RECEIVED", "moved -4");
    database.tamper(
        "update stock_transfer set status = 'IN_TRANSIT', ended_at = null where id = '"
            + sent.id()
            + "'");
  }
}
