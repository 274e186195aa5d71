package org.orderly.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProductQuantityTest {

  private final ProductId tea = ProductId.newId();

  @Test
  void isNeverNothing() {
    assertThatThrownBy(() -> new ProductQuantity(tea, Quantity.ZERO))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> assertThat(refusal.details()).containsEntry("field", "quantity"));
  }

  @Test
  void wantsAProductAndAQuantity() {
    ProductId none = null;
    assertThatThrownBy(() -> new ProductQuantity(none, Quantity.of(1)))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> new ProductQuantity(tea, null))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void addsQuantitiesOfAProduct() {
    ProductQuantity two = new ProductQuantity(tea, Quantity.of(2));
    assertThat(two.plus(new ProductQuantity(tea, Quantity.of("0.5"))))
        .isEqualTo(new ProductQuantity(tea, Quantity.of("2.5")));
  }
}
