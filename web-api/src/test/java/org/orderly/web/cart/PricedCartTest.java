package org.orderly.web.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orderly.cart.Cart;
import org.orderly.catalog.Offer;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.ordering.quote.AdjustedItems;
import org.orderly.ordering.quote.PricedItems;

class PricedCartTest {

  private final Offer tea = offer("TEA", "19.99", "EUR");
  private final Offer cup = offer("CUP", "4.50", "EUR");

  @Test
  void addsUpRoundedLinesAtTodaysPrices() {
    PricedCart cart = priced(Map.of(tea, "0.333", cup, "2"));

    // 0.333 x 19.99 = 6.65667
    assertThat(cart.items())
        .extracting(item -> item.lineTotal().toString())
        .containsExactlyInAnyOrder("6.66 EUR", "9.00 EUR");
    assertThat(cart.total()).isEqualTo(Money.of("15.66", "EUR"));
  }

  @Test
  void showsWhatTheShopsRulesAddAndTakeOff() {
    Cart cart = new Cart(UUID.randomUUID(), List.of(new ProductQuantity(tea.id(), Quantity.of(1))));
    Map<ProductId, Offer> offers = Map.of(tea.id(), tea);
    Adjustment parcel =
        new Adjustment(
            Adjustment.Kind.SHIPPING, "Parcel", Money.of("4.90", "EUR"), "shipping:parcel");
    PricedCart adjusted =
        PricedCart.of(cart, offers)
            .adjusted(
                cart.id(),
                offers,
                items ->
                    new PricedItems(
                        items.cartId(),
                        items.lines(),
                        List.of(parcel),
                        items.total().plus(parcel.amount())));

    assertThat(adjusted.adjustments()).containsExactly(parcel);
    assertThat(adjusted.total()).isEqualTo(Money.of("24.89", "EUR"));
    assertThat(adjusted.items()).isEqualTo(PricedCart.of(cart, offers).items());
  }

  @Test
  void showsACartForWhichTheShopsRulesGiveNoPrice() {
    Cart cart = new Cart(UUID.randomUUID(), List.of(new ProductQuantity(tea.id(), Quantity.of(1))));
    Map<ProductId, Offer> offers = Map.of(tea.id(), tea);
    Adjustment everything =
        new Adjustment(Adjustment.Kind.DISCOUNT, "Sale", Money.of("-19.99", "EUR"), "rule:sale");
    PricedCart shown =
        PricedCart.of(cart, offers)
            .adjusted(
                cart.id(),
                offers,
                items -> AdjustedItems.of(items.lines().get(0), everything, everything));

    assertThat(shown.items()).isEqualTo(PricedCart.of(cart, offers).items());
    assertThat(shown.total()).isNull();
    assertThat(shown.problem()).isEqualTo("invalid-adjustments");
  }

  @Test
  void asksNoRulesAboutACartThatCannotBeOrdered() {
    PricedCart cart = priced(Map.of(tea, "0.0005", cup, "1"));
    assertThat(
            cart.adjusted(
                UUID.randomUUID(),
                Map.of(),
                items -> {
                  throw new AssertionError("asked");
                }))
        .isSameAs(cart);
  }

  @Test
  void leavesOutWhatIsNoLongerOnSale() {
    Cart cart = new Cart(UUID.randomUUID(), List.of(new ProductQuantity(tea.id(), Quantity.of(1))));

    assertThat(PricedCart.of(cart, Map.of()))
        .isEqualTo(new PricedCart(List.of(), List.of(), null, null));
  }

  @Test
  void addsNothingUpOverTwoCurrencies() {
    PricedCart cart = priced(Map.of(tea, "1", offer("X", "1.00", "USD"), "1"));

    assertThat(cart.total()).isNull();
    assertThat(cart.problem()).isEqualTo("currency-mismatch");
  }

  @Test
  void showsALineWhosePriceIsTooLarge() {
    Offer machine = offer("M", "20000.00", "EUR");
    PricedCart cart = priced(Map.of(machine, "1000000000"));

    assertThat(cart.items()).singleElement().extracting("problem").isEqualTo("amount-too-large");
    assertThat(cart.items().get(0).lineTotal()).isNull();
    assertThat(cart.total()).isNull();
    assertThat(cart.problem()).isEqualTo("amount-too-large");
    assertThatThrownBy(() -> cart.requirePriceable(machine.id(), priced(Map.of())))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith("quantity is too large");
  }

  @Test
  void showsACartWhoseSumIsTooLarge() {
    Offer one = offer("A", "9000000000000.00", "EUR");
    Offer other = offer("B", "9000000000000.00", "EUR");
    PricedCart first = priced(Map.of(one, "1"));
    PricedCart both = priced(Map.of(one, "1", other, "1"));

    assertThat(both.items()).extracting("problem").containsOnlyNulls();
    assertThat(both.total()).isNull();
    assertThat(both.problem()).isEqualTo("amount-too-large");
    assertThatThrownBy(() -> both.requirePriceable(other.id(), first))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void lowersAQuantityThoughAnotherLineCannotBePriced() {
    Offer machine = offer("M", "20000.00", "EUR");
    PricedCart before = priced(Map.of(machine, "1000000000", tea, "2"));
    PricedCart after = priced(Map.of(machine, "1000000000", tea, "1"));

    assertThatCode(() -> after.requirePriceable(tea.id(), before)).doesNotThrowAnyException();
  }

  @Test
  void showsALineThatIsNoLongerSoldInSuchFractions() {
    PricedCart cart = priced(Map.of(tea, "0.0005", cup, "1"));

    assertThat(cart.items())
        .extracting("problem")
        .containsExactlyInAnyOrder("fraction-not-sold", null);
    assertThat(cart.problem()).isEqualTo("fraction-not-sold");
  }

  private static PricedCart priced(Map<Offer, String> quantities) {
    List<ProductQuantity> lines =
        quantities.entrySet().stream()
            .map(line -> new ProductQuantity(line.getKey().id(), Quantity.of(line.getValue())))
            .toList();
    Map<ProductId, Offer> offers = new HashMap<>();
    quantities.keySet().forEach(offer -> offers.put(offer.id(), offer));
    return PricedCart.of(new Cart(UUID.randomUUID(), lines), offers);
  }

  private static Offer offer(String sku, String price, String currency) {
    return new Offer(ProductId.newId(), sku, sku, Money.of(price, currency), 3, null);
  }
}
