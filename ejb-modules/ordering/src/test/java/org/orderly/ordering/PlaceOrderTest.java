package org.orderly.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ordering.quote.PricedProducts.item;
import static org.orderly.ordering.quote.PricedProducts.offer;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderly.catalog.Offer;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.ProductQuantity;
import org.orderly.ordering.quote.PricedItems;

class PlaceOrderTest {

  private final Offer tea = offer("tea", "2.55", "GBP", 0);

  @Test
  void hasAnEnd() {
    List<ProductQuantity> most = Collections.nCopies(PricedItems.MAX_LINES, item(tea, "1"));
    assertThat(OrderCommands.of(most).items()).hasSize(PricedItems.MAX_LINES);
    assertThat(OrderCommands.of(null).items()).isNull();
    List<ProductQuantity> tooMany = Collections.nCopies(PricedItems.MAX_LINES + 1, item(tea, "1"));
    assertThatThrownBy(() -> OrderCommands.of(tooMany)).isInstanceOf(InvalidValue.class);
  }
}
