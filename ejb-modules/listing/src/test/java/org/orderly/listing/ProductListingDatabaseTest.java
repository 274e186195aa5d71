package org.orderly.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.catalog.Actor;
import org.orderly.catalog.NotYourProduct;
import org.orderly.catalog.ProductDraft;
import org.orderly.catalog.ProductView;
import org.orderly.inventory.MovementKind;
import org.orderly.inventory.NoStockKept;
import org.orderly.inventory.QuantityTooFine;
import org.orderly.inventory.StockLevel;
import org.orderly.inventory.adjustment.StockAdjustment;
import org.orderly.inventory.history.MovementFilter;
import org.orderly.inventory.history.MovementView;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderActions;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;

/** Products and their stock: listed together or not at all, and changed by their owner alone. */
class ProductListingDatabaseTest {

  private record Body(String text) {}

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final String sku = "S-" + UUID.randomUUID();
  private final Actor vendor = new Actor(UserId.newId(), false);
  private final Actor other = new Actor(UserId.newId(), false);
  private final Actor admin = new Actor(UserId.newId(), true);
  private TestDatabase catalog;
  private TestDatabase inventory;

  @BeforeEach
  void begin() {
    catalog = APP.database("catalog");
    inventory = APP.database("inventory");
    catalog.execute("delete from outbox");
  }

  private static ProductDraft draft(String sku, String name) {
    return new ProductDraft(sku, name, "", null, Money.of("2.50", "EUR"), List.of(), null, 0, null);
  }

  private ProductView list(Quantity initialStock) {
    return APP.bean(ProductListing.class)
        .list(draft(sku, "Tea"), vendor.id(), initialStock, Quantity.of(2));
  }

  private String stock(ProductId product) {
    return inventory.row(
        "select trim_scale(on_hand), trim_scale(low_stock_threshold) from stock_item"
            + " where product_id = ?",
        product.value());
  }

  private Quantity count(ProductId product, Actor actor) {
    IdempotencyKey key =
        IdempotencyKey.of(actor.id(), "adjust", UUID.randomUUID().toString(), new Body("one"));
    return APP.bean(StockService.class)
        .adjust(null, new StockAdjustment(product, BigDecimal.ONE, "counted"), key, actor)
        .value()
        .onHand();
  }

  private static List<String> run(Actor actor, ImportItem... items) {
    return APP.bean(ProductBatchImport.class).run(List.of(items), actor).stream()
        .map(ProductListingDatabaseTest::said)
        .toList();
  }

  private static ImportItem item(String sku, String name, String pieces) {
    return new ImportItem(draft(sku, name), Quantity.of(pieces), null, null);
  }

  private static ImportItem counted(String sku, String name, String onHand) {
    return new ImportItem(
        draft(sku, name), Quantity.ZERO, Quantity.of(onHand), Quantity.of(onHand.length()));
  }

  private static List<String> check(Actor actor, ImportItem... items) {
    return APP.bean(ProductBatchImport.class).check(List.of(items), actor).stream()
        .map(ProductListingDatabaseTest::said)
        .toList();
  }

  private static String said(ImportResult result) {
    return result.result()
        + (result.stockSet() ? " with stock" : "")
        + (result.code() == null ? "" : " " + result.code());
  }

  private String owner(String of) {
    return catalog.row("select name, owner from product where sku = ?", of);
  }

  @Test
  void listsAProductTogetherWithItsStock() {
    long decisions = APP.database("ordering").count("tx_decision");
    ProductId tea = list(Quantity.of(7)).id();

    assertThat(stock(tea)).isEqualTo("(7,2)");
    assertThat(inventory.count("stock_movement where product_id = ?", tea.value())).isEqualTo(1);
    assertThat(catalog.events()).containsExactly("ProductListed", "AuditNote");
    assertThat(APP.database("ordering").count("tx_decision"))
        .as("one decision for both databases")
        .isEqualTo(decisions + 1);
  }

  @Test
  void listsNoProductWhoseStockIsRefused() {
    assertThatThrownBy(() -> list(Quantity.of("0.5"))).isInstanceOf(QuantityTooFine.class);

    assertThat(catalog.count("product where sku = ?", sku)).isZero();
    assertThat(catalog.events()).isEmpty();
  }

  @Test
  void changesNoProductWhoseThresholdIsRefused() {
    ProductId tea = list(Quantity.of(7)).id();
    assertThatThrownBy(
            () ->
                APP.bean(ProductListing.class)
                    .replace(tea, draft(sku, "Coffee"), Quantity.of("0.5"), vendor))
        .isInstanceOf(QuantityTooFine.class);
    assertThat(owner(sku)).isEqualTo("(Tea," + vendor.id() + ")");

    APP.bean(ProductListing.class).replace(tea, draft(sku, "Coffee"), Quantity.of(3), vendor);
    assertThat(owner(sku)).isEqualTo("(Coffee," + vendor.id() + ")");
    assertThat(stock(tea)).isEqualTo("(7,3)");
  }

  @Test
  void letsAVendorCountTheStockOfTheirOwnProductsAlone() {
    ProductId tea = list(Quantity.of(7)).id();

    assertThatThrownBy(() -> count(tea, other)).isInstanceOf(NotYourProduct.class);
    assertThat(stock(tea)).isEqualTo("(7,2)");
    assertThat(count(tea, vendor)).isEqualTo(Quantity.of(8));
    assertThat(count(tea, admin)).isEqualTo(Quantity.of(9));
  }

  @Test
  void letsAVendorReadTheHistoryOfTheirOwnProductsAlone() {
    ProductId tea = list(Quantity.of(7)).id();
    Instant listed = Instant.now();
    count(tea, vendor);

    for (Actor allowed : List.of(vendor, admin)) {
      assertThat(movements(tea, allowed))
          .extracting(MovementView::kind)
          .containsExactly(MovementKind.ADJUSTMENT, MovementKind.RECEIPT);
      assertThat(APP.bean(StockService.class).levelBefore(tea, listed, allowed))
          .isEqualTo(
              new StockLevel(tea, Quantity.of(7), Quantity.ZERO, Quantity.of(7), Quantity.of(2)));
    }
    assertThatThrownBy(() -> movements(tea, other)).isInstanceOf(NotYourProduct.class);
    assertThatThrownBy(() -> APP.bean(StockService.class).levelBefore(tea, listed, other))
        .isInstanceOf(NotYourProduct.class);
    assertThatThrownBy(() -> movements(ProductId.newId(), admin)).isInstanceOf(NoStockKept.class);
  }

  private static List<MovementView> movements(ProductId product, Actor actor) {
    return APP.bean(StockService.class)
        .movements(product, MovementFilter.ANY, new Limit(100), null, actor)
        .items();
  }

  @Test
  void importsEachRowByItselfAndAsItsOwners() {
    String cup = "C-" + sku;
    assertThat(run(vendor, item(sku, "Tea", "5"), item(cup, "Cup", "0.5")))
        .containsExactly("created", "refused quantity-too-fine");
    assertThat(owner(sku)).isEqualTo("(Tea," + vendor.id() + ")");
    assertThat(catalog.count("product where sku = ?", cup)).isZero();

    assertThat(run(other, item(sku, "Coffee", "5"))).containsExactly("refused not-your-product");
    assertThat(run(vendor, item(sku, "Matcha", "5"))).containsExactly("updated");
    assertThat(owner(sku)).isEqualTo("(Matcha," + vendor.id() + ")");

    assertThat(run(admin, item(cup, "Cup", "1"))).containsExactly("created");
    assertThat(owner(cup)).isEqualTo("(Cup,)");
  }

  private ProductId product() {
    String row = catalog.row("select id from product where sku = ?", sku);
    return ProductId.of(row.substring(1, row.length() - 1));
  }

  @Test
  void setsTheStockOfKnownProductsByTheirDifference() {
    assertThat(run(admin, counted(sku, "Tea", "5"))).containsExactly("created");
    ProductId tea = product();
    assertThat(stock(tea)).isEqualTo("(5,1)");

    assertThat(run(admin, counted(sku, "Tea", "60"))).containsExactly("updated with stock");
    assertThat(run(admin, counted(sku, "Tea", "60"))).containsExactly("updated");
    assertThat(stock(tea)).isEqualTo("(60,2)");
    assertThat(run(admin, item(sku, "Tea", "1"))).containsExactly("updated");
    assertThat(stock(tea)).isEqualTo("(60,)");
    assertThat(inventory.count("stock_movement where product_id = ?", tea.value())).isEqualTo(2);

    assertThat(run(admin, counted(sku, "Tea", "7"))).containsExactly("updated with stock");
    assertThat(stock(tea)).isEqualTo("(7,1)");
    assertThat(
            inventory.row(
                "select trim_scale(sum(quantity)) from stock_movement where product_id = ?",
                tea.value()))
        .isEqualTo("(7)");
  }

  @Test
  void rewritesNoProductWhoseStockCannotBeSet() {
    assertThat(run(admin, counted(sku, "Tea", "5"))).containsExactly("created");
    inventory.execute("update stock_item set reserved = 3 where product_id = '" + product() + "'");

    for (String onHand : new String[] {"2", "4.5"}) {
      assertThat(check(admin, counted(sku, "Coffee", onHand)))
          .isEqualTo(run(admin, counted(sku, "Coffee", onHand)))
          .first()
          .asString()
          .startsWith("refused ");
    }
    assertThat(owner(sku)).isEqualTo("(Tea,)");
    assertThat(stock(product())).isEqualTo("(5,1)");
    inventory.execute("update stock_item set reserved = 0 where product_id = '" + product() + "'");
  }

  @Test
  void checksAnImportAndChangesNothing() {
    String cup = "C-" + sku;
    assertThat(check(admin, item(sku, "Tea", "5"), item(cup, "Cup", "0.5")))
        .containsExactly("created", "refused quantity-too-fine");
    assertThat(catalog.count("product where sku in (?, ?)", sku, cup)).isZero();
    assertThat(catalog.events()).isEmpty();

    run(vendor, counted(sku, "Tea", "05"));
    assertThat(check(other, item(sku, "Coffee", "5"))).containsExactly("refused not-your-product");
    assertThat(check(admin, counted(sku, "Coffee", "9"))).containsExactly("updated with stock");
    assertThat(owner(sku)).isEqualTo("(Tea," + vendor.id() + ")");
    assertThat(stock(product())).isEqualTo("(5,2)");
  }

  @Test
  void knowsASkuByWhatCanBeSeenOfIt() {
    assertThat(run(admin, item(sku, "Tea", "5"))).containsExactly("created");
    assertThat(
            run(
                admin,
                item(sku + "\u00A0", "Tea", "5"),
                item("\uFEFF" + sku + "\u200B ", "Tea", "5")))
        .containsExactly("updated", "updated");
    assertThat(catalog.count("product where sku like ?", sku + "%")).isEqualTo(1);
  }
}
