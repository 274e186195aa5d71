package org.orderly.ordering.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ordering.quote.PricedProducts.item;
import static org.orderly.ordering.quote.PricedProducts.offer;
import static org.orderly.ordering.quote.PricedProducts.priced;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderly.catalog.Offer;
import org.orderly.kernel.CurrencyMismatch;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;

class PricedItemsTest {

  private final Offer tea = offer("tea", "2.55", "GBP", 0);
  private final Offer cake = offer("cake", "9.99", "GBP", 2);
  private final Offer beer = offer("beer", "3.00", "EUR", 0);
  private final Offer gift = offer("gift", "0.00", "GBP", 0);

  @Test
  void mergesWhatIsNamedTwice() {
    assertThat(PricedItems.merged(List.of(item(tea, "1"), item(cake, "2"), item(tea, "3"))))
        .containsExactly(item(tea, "4"), item(cake, "2"));
  }

  @Test
  void addsUpLinesRoundedOneByOne() {
    PricedItems pricedItems = priced(List.of(item(tea, "6"), item(cake, "0.05")), tea, cake);
    assertThat(pricedItems.lines())
        .extracting(OrderLine::lineTotal)
        .containsExactly(Money.of("15.30", "GBP"), Money.of("0.50", "GBP"));
    assertThat(pricedItems.total()).isEqualTo(Money.of("15.80", "GBP"));
  }

  @Test
  void mayCostNothing() {
    assertThat(priced(List.of(item(gift, "1")), gift).total().isZero()).isTrue();
  }

  @Test
  void isNeverEmpty() {
    assertThatThrownBy(() -> priced(List.of(), tea)).isInstanceOf(NothingToOrder.class);
  }

  @Test
  void namesEveryProductThatIsNotOnOffer() {
    assertThatThrownBy(() -> priced(List.of(item(tea, "1"), item(cake, "1"), item(beer, "1")), tea))
        .isInstanceOfSatisfying(
            UnknownProducts.class,
            refusal ->
                assertThat(refusal.details())
                    .containsEntry("productIds", List.of(cake.id(), beer.id())));
  }

  @Test
  void hasOneCurrency() {
    assertThatThrownBy(() -> priced(List.of(item(tea, "1"), item(beer, "1")), tea, beer))
        .isInstanceOf(CurrencyMismatch.class);
  }

  @Test
  void takesNoFinerQuantityThanTheProductIsSoldIn() {
    assertThatThrownBy(() -> priced(List.of(item(tea, "0.5")), tea))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("tea");
  }

  @Test
  void refusesTotalsThatMoneyCannotSay() {
    Offer house = offer("house", "9999999999999.00", "GBP", 0);
    assertThatThrownBy(() -> priced(List.of(item(house, "1000000000")), house))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> priced(List.of(item(house, "1"), item(cake, "1000")), house, cake))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void wantsMoreThanNothingOfAProduct() {
    assertThatThrownBy(() -> item(tea, "0.00")).isInstanceOf(InvalidValue.class);
  }
}
