package org.orderly.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.eclipse.jnosql.communication.driver.JsonbSupplier;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;

class StoredCartTest {

  private final ProductId tea = ProductId.newId();
  private final ProductId jam = ProductId.newId();
  private final StoredCart cart = new StoredCart(UserId.newId());

  @Test
  void hasAnIdFromItsFirstLineUntilItIsEmpty() {
    assertThat(cart.cart().id()).isNull();

    cart.put(line(tea, "1"));
    UUID id = cart.cart().id();
    cart.put(line(jam, "2"));
    cart.remove(tea);
    assertThat(cart.cart().id()).isNotNull().isEqualTo(id);

    cart.remove(jam);
    assertThat(cart.cart()).isEqualTo(new Cart(null, List.of()));
  }

  @Test
  void replacesTheQuantityInItsPlace() {
    cart.put(line(tea, "1"));
    cart.put(line(jam, "2"));
    cart.put(line(tea, "0.250"));

    assertThat(cart.cart().lines()).containsExactly(line(tea, "0.25"), line(jam, "2"));
  }

  @Test
  void addsToTheQuantityThatIsThere() {
    cart.add(line(tea, "1"));
    cart.add(line(jam, "2"));
    cart.add(line(tea, "0.25"));

    assertThat(cart.cart().lines()).containsExactly(line(tea, "1.25"), line(jam, "2"));
  }

  @Test
  void hasNoRoomForTheTwoHundredAndFirstProduct() {
    for (int i = 0; i < 200; i++) {
      cart.put(line(ProductId.newId(), "1"));
    }
    ProductId first = cart.cart().lines().get(0).productId();

    cart.put(line(first, "9"));
    assertThatThrownBy(() -> cart.put(line(tea, "1"))).isInstanceOf(CartFull.class);
  }

  @Test
  void rejectsALineOfNothing() {
    assertThatThrownBy(() -> line(tea, "0")).isInstanceOf(InvalidValue.class);
  }

  @Test
  void isEmptyAfterAllOfItWasOrdered() {
    cart.put(line(tea, "1"));
    cart.complete(cart.cart().id(), cart.cart().lines());

    assertThat(cart.cart()).isEqualTo(new Cart(null, List.of()));
  }

  @Test
  void keepsWhatWasAddedWhileItWasOrderedUnderANewId() {
    cart.put(line(tea, "2"));
    Cart ordered = cart.cart();
    cart.put(line(jam, "1"));
    cart.put(line(tea, "5"));

    cart.complete(ordered.id(), ordered.lines());

    assertThat(cart.cart().lines()).containsExactly(line(tea, "3"), line(jam, "1"));
    assertThat(cart.cart().id()).isNotNull().isNotEqualTo(ordered.id());
  }

  @Test
  void losesNothingToAnOrderOfAnotherCart() {
    cart.put(line(tea, "2"));
    Cart before = cart.cart();

    cart.complete(UUID.randomUUID(), before.lines());

    assertThat(cart.cart()).isEqualTo(before);
  }

  @Test
  void completesOnce() {
    cart.put(line(tea, "2"));
    Cart ordered = cart.cart();
    cart.complete(ordered.id(), ordered.lines());
    cart.put(line(tea, "2"));
    Cart next = cart.cart();

    cart.complete(ordered.id(), ordered.lines());

    assertThat(cart.cart()).isEqualTo(next);
  }

  @Test
  void survivesItsJson() {
    cart.put(line(tea, "1000000000"));
    cart.put(line(jam, "0.00000001"));
    var json = JsonbSupplier.getInstance().get();

    StoredCart read = json.fromJson(json.toJson(cart), StoredCart.class);

    assertThat(read.cart()).isEqualTo(cart.cart());
  }

  private static ProductQuantity line(ProductId product, String quantity) {
    return new ProductQuantity(product, Quantity.of(quantity));
  }
}
