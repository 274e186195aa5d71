package org.orderly.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.catalog.category.CategoryDraft;
import org.orderly.catalog.category.CategoryEditor;
import org.orderly.catalog.category.ManagedCategory;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

/** Products as rows and events, also when many write at once. */
class ProductEditorDatabaseTest {

  @RegisterExtension static final Application APP = Application.on("catalog");

  private final String sku = "S-" + UUID.randomUUID();
  private final UserId vendor = UserId.newId();
  private final Actor owner = new Actor(vendor, false);
  private TestDatabase database;
  private ProductEditor editor;

  @BeforeEach
  void begin() {
    database = APP.database("catalog");
    database.execute("delete from outbox");
    editor = APP.bean(ProductEditor.class);
  }

  private ProductDraft draft(String name, String price, String... categories) {
    return new ProductDraft(
        sku, name, "", null, Money.of(price, "EUR"), List.of(categories), null, 0, null);
  }

  private static CatalogQueries catalog() {
    return APP.bean(CatalogQueries.class);
  }

  @Test
  void listsAProductAndTellsOfIt() {
    ProductView tea = editor.add(draft("Tea", "2.50", "Drinks " + sku, "Hot"), vendor);

    assertThat(catalog().offer(tea.id()).unitPrice()).isEqualTo(Money.of("2.50", "EUR"));
    assertThat(catalog().productWithSku(sku).categories()).containsExactly("Drinks " + sku, "Hot");
    assertThat(database.events())
        .containsExactly("CategoryCreated", "CategoryCreated", "ProductListed", "AuditNote");
  }

  @Test
  void givesASkuToOneHoweverManyWantIt() {
    List<ConcurrentCalls.Outcome<ProductView>> outcomes =
        ConcurrentCalls.run(4, i -> editor.add(draft("Tea", "2.50"), null));

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allMatch(outcome -> outcome.failure() instanceof SkuTaken);
    assertThat(database.events()).containsExactly("ProductListed", "AuditNote");
  }

  @Test
  void makesACategoryOnceHoweverManyNeedIt() {
    String drinks = "Drinks " + sku;
    List<ConcurrentCalls.Outcome<ProductView>> outcomes =
        ConcurrentCalls.run(
            4,
            i ->
                editor.add(
                    new ProductDraft(
                        sku + i,
                        "Tea",
                        "",
                        null,
                        Money.of("1.00", "EUR"),
                        List.of(drinks, "Hot"),
                        null,
                        0,
                        null),
                    null));
    assertThat(outcomes).allMatch(ConcurrentCalls.Outcome::succeeded);
    assertThat(database.events()).filteredOn("CategoryCreated"::equals).hasSize(2);
  }

  @Test
  void losesNoChangeToAnotherWriter() {
    ProductView tea = editor.add(draft("Tea", "2.50"), vendor);
    ProductView green =
        editor.replace(tea.id(), draft("Green tea", "2.50").basedOn(tea.version()), owner);
    assertThatThrownBy(
            () -> editor.replace(tea.id(), draft("Tea", "3.00").basedOn(tea.version()), owner))
        .isInstanceOf(ProductEditedMeanwhile.class);
    assertThat(catalog().product(tea.id()).name()).isEqualTo("Green tea");
    assertThat(green.version()).isGreaterThan(tea.version());
  }

  @Test
  void tellsNobodyOfAChangeThatIsNone() {
    ProductView tea = editor.add(draft("Tea", "2.50"), vendor);
    database.execute("delete from outbox");
    editor.replace(tea.id(), draft("Tea", "2.50"), owner);
    assertThat(database.events()).isEmpty();
  }

  @Test
  void keepsVendorsFromTheProductsOfOthers() {
    ProductView tea = editor.add(draft("Tea", "2.50"), vendor);
    Actor stranger = new Actor(UserId.newId(), false);
    assertThatThrownBy(() -> editor.replace(tea.id(), draft("Mine", "0.01"), stranger))
        .isInstanceOf(NotYourProduct.class);
    assertThatThrownBy(() -> editor.withdraw(tea.id(), stranger))
        .isInstanceOf(NotYourProduct.class);
    assertThat(catalog().product(tea.id()).name()).isEqualTo("Tea");
  }

  @Test
  void withdrawsAProductForGoodAndFreesItsSku() {
    ProductView tea = editor.add(draft("Tea", "2.50"), vendor);
    editor.withdraw(tea.id(), owner);

    assertThatThrownBy(() -> catalog().offer(tea.id())).isInstanceOf(ProductNotFound.class);
    assertThatThrownBy(() -> editor.withdraw(tea.id(), owner)).isInstanceOf(ProductNotFound.class);
    ProductId next = editor.add(draft("Tea", "2.50"), vendor).id();
    assertThat(next).isNotEqualTo(tea.id());
    assertThat(database.events()).contains("ProductWithdrawn");
  }

  @Test
  void movesACategoryWithAllThatIsBelowIt() {
    CategoryEditor categories = APP.bean(CategoryEditor.class);
    ProductView tea = editor.add(draft("Tea", "2.50", "A " + sku, "B", "C"), vendor);
    ManagedCategory other = categories.add(new CategoryDraft("Z " + sku, null, null));
    UUID b =
        UUID.fromString(
            database
                .row("select uid from category where names = array[?::text, 'B']", "A " + sku)
                .replaceAll("[()]", ""));

    categories.replace(b, new CategoryDraft("B", other.id(), null));

    assertThat(catalog().product(tea.id()).categories()).containsExactly("Z " + sku, "B", "C");
  }
}
