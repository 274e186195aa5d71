package org.orderly.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ordering.quote.Goods.item;
import static org.orderly.ordering.quote.Goods.offer;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderly.catalog.Offer;
import org.orderly.kernel.InvalidValue;
import org.orderly.ordering.quote.Basket;
import org.orderly.ordering.quote.OrderItem;

class PlaceOrderTest {

  private final Offer tea = offer("tea", "2.55", "GBP", 0);

  @Test
  void hasAnEnd() {
    List<OrderItem> most = Collections.nCopies(Basket.MAX_LINES, item(tea, "1"));
    assertThat(Wishes.of(most).isForCart()).isFalse();
    assertThat(Wishes.of(null).isForCart()).isTrue();
    List<OrderItem> tooMany = Collections.nCopies(Basket.MAX_LINES + 1, item(tea, "1"));
    assertThatThrownBy(() -> Wishes.of(tooMany)).isInstanceOf(InvalidValue.class);
  }
}
