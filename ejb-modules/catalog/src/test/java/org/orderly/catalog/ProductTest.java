package org.orderly.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.catalog.ProductDraftTest.draft;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.UserId;

class ProductTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final UserId vendor = UserId.newId();
  private final Product lamp =
      new Product(draft("A-1", "Lamp", "9.90", "Lumo", 0), vendor, 1L, NOW);

  @Test
  void noticesThatARewriteChangesNothing() {
    assertThat(lamp.rewrite(draft("A-1", "Lamp", "9.90", "Lumo", 0), 1L, NOW)).isFalse();
  }

  @Test
  void noticesEachChange() {
    assertThat(lamp.rewrite(draft("A-2", "Lamp", "9.90", "Lumo", 0), 1L, NOW)).isTrue();
    assertThat(lamp.rewrite(draft("A-2", "Light", "9.90", "Lumo", 0), 1L, NOW)).isTrue();
    assertThat(lamp.rewrite(draft("A-2", "Light", "9.91", "Lumo", 0), 1L, NOW)).isTrue();
    assertThat(lamp.rewrite(draft("A-2", "Light", "9.91", null, 0), 1L, NOW)).isTrue();
    assertThat(lamp.rewrite(draft("A-2", "Light", "9.91", null, 0), 2L, NOW)).isTrue();
    assertThat(lamp.sku()).isEqualTo("A-2");
    assertThat(lamp.name()).isEqualTo("Light");
  }

  @Test
  void keepsItsQuantityScaleForGood() {
    assertThatThrownBy(() -> lamp.rewrite(draft("A-1", "Lamp", "9.90", "Lumo", 3), 1L, NOW))
        .isInstanceOf(QuantityScaleFixed.class);
  }

  @Test
  void rejectsARewriteOfAnotherVersion() {
    ProductDraft late = draft("A-1", "Late", "9.90", "Lumo", 0).basedOn(4);

    assertThatThrownBy(() -> lamp.rewrite(late, 1L, NOW))
        .isInstanceOf(ProductEditedMeanwhile.class);
    assertThat(lamp.name()).isEqualTo("Lamp");
  }

  @Test
  void isChangedByItsOwnerAndByAdminsOnly() {
    assertThatCode(() -> lamp.requireChangeableBy(new Actor(vendor, false)))
        .doesNotThrowAnyException();
    assertThatCode(() -> lamp.requireChangeableBy(new Actor(UserId.newId(), true)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> lamp.requireChangeableBy(new Actor(UserId.newId(), false)))
        .isInstanceOf(NotYourProduct.class);
  }

  @Test
  void belongsToNoVendorWhenTheShopListedIt() {
    Product own = new Product(draft("B-1", "Chair", "50", null, 0), null, null, NOW);

    assertThatThrownBy(() -> own.requireChangeableBy(new Actor(vendor, false)))
        .isInstanceOf(NotYourProduct.class);
  }
}
