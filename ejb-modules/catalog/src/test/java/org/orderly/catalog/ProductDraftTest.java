package org.orderly.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;

class ProductDraftTest {

  @Test
  void stripsTextsAndTurnsBlankIntoNothing() {
    ProductDraft draft = draft(" A-1 ", " Lamp ", "1.00", " ", 0);

    assertThat(draft.sku()).isEqualTo("A-1");
    assertThat(draft.name()).isEqualTo("Lamp");
    assertThat(draft.brand()).isNull();
    assertThat(draft.description()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\nb", "a\u0000b", "\uD800"})
  void rejectsSkusThatCannotBeStoredOrShown(String sku) {
    assertThatThrownBy(() -> draft(sku, "Lamp", "1.00", null, 0))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("sku");
  }

  @Test
  void countsCharactersAsPeopleDo() {
    assertThat(draft("\uD83D\uDE00".repeat(64), "Lamp", "1.00", null, 0).sku()).hasSize(128);
    assertThatThrownBy(() -> draft("x".repeat(65), "Lamp", "1.00", null, 0))
        .hasMessageContaining("64");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.00", "-1"})
  void rejectsPricesThatAreNotPositive(String amount) {
    assertThatThrownBy(() -> draft("A-1", "Lamp", amount, null, 0)).hasMessageContaining("price");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 9})
  void rejectsQuantityScalesOutsideZeroToEight(int scale) {
    assertThatThrownBy(() -> draft("A-1", "Lamp", "1.00", null, scale))
        .hasMessageContaining("quantityScale");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://cdn.example/p/1.jpg?w=2", "http://h:81/x", "/api/v1/pictures/A-1.svg"})
  void takesPicturesFromTheWebAndFromThisSite(String url) {
    assertThat(withImage(url).imageUrl()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:image/svg+xml,x",
        "//evil.example/x",
        "/\\evil.example",
        "ftp://h/x",
        "pictures/1.jpg",
        "https:///nowhere",
        "https://h/\"onload="
      })
  void rejectsOtherPictureAddresses(String url) {
    assertThatThrownBy(() -> withImage(url)).hasMessageContaining("imageUrl");
  }

  @Test
  void keepsEverythingElseWhenItIsBasedOnAVersion() {
    ProductDraft draft = draft("A-1", "Lamp", "1.00", "Lumo", 3);

    assertThat(draft.basedOn(7).basedOn()).isEqualTo(7);
    assertThat(draft.basedOn(7))
        .usingRecursiveComparison()
        .ignoringFields("basedOn")
        .isEqualTo(draft);
  }

  static ProductDraft draft(String sku, String name, String amount, String brand, int scale) {
    return new ProductDraft(
        sku,
        name,
        null,
        brand,
        Money.of(amount, "EUR"),
        List.of("Home", "Lamps"),
        null,
        scale,
        null);
  }

  private static ProductDraft withImage(String url) {
    return new ProductDraft("A-1", "Lamp", "", null, Money.of("1.00", "EUR"), null, url, 0, null);
  }
}
