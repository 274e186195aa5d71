package org.orderly.ordering.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orderly.inventory.ReservationLine;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.OrderItem;

class PickingTest {

  private static final UserId POTTER = UserId.newId();
  private static final ProductId POT = ProductId.newId();
  private static final ProductId TEA = ProductId.newId();
  private static final ProductId SOLD_OUT = ProductId.newId();
  private static final List<OpenLine> LINES =
      List.of(
          new OpenLine(POT, Quantity.of(3), POTTER),
          new OpenLine(TEA, Quantity.of("1.5"), null),
          new OpenLine(SOLD_OUT, Quantity.ZERO, null));
  private static final Party SHOP = new Party(UserId.newId(), true, false);
  private static final Party POTTERS = new Party(POTTER, false, true);

  @Test
  void takesAllThatIsOpenWhenNothingIsNamed() {
    assertThat(new Picking(LINES, SHOP).of(null))
        .containsExactlyInAnyOrder(picked(POT, "3"), picked(TEA, "1.5"));
  }

  @Test
  void takesForAVendorWhatIsTheirs() {
    assertThat(new Picking(LINES, POTTERS).of(null)).containsExactly(picked(POT, "3"));
    Party weaver = new Party(UserId.newId(), false, true);
    assertThatThrownBy(() -> new Picking(LINES, weaver).of(null)).isInstanceOf(NothingOpen.class);
  }

  /** Papers and shipments list goods as the order does. */
  @Test
  void keepsTheOrderOfTheLines() {
    List<OpenLine> lines =
        Stream.generate(() -> new OpenLine(ProductId.newId(), Quantity.of(1), null))
            .limit(30)
            .toList();
    assertThat(new Picking(lines, SHOP).of(null))
        .extracting(ReservationLine::productId)
        .containsExactlyElementsOf(lines.stream().map(OpenLine::productId).toList());
  }

  @Test
  void addsUpWhatIsNamedTwice() {
    assertThat(new Picking(LINES, SHOP).of(List.of(item(POT, "1"), item(POT, "2"))))
        .containsExactly(picked(POT, "3"));
    assertThatThrownBy(() -> new Picking(LINES, SHOP).of(List.of(item(POT, "2"), item(POT, "2"))))
        .isInstanceOf(MoreThanOpen.class);
  }

  @Test
  void neverTakesMoreThanIsOpen() {
    assertThatThrownBy(() -> new Picking(LINES, SHOP).of(List.of(item(TEA, "1.50000001"))))
        .isInstanceOfSatisfying(
            MoreThanOpen.class,
            refusal ->
                assertThat(refusal.details())
                    .containsEntry("productId", TEA)
                    .containsEntry("open", Quantity.of("1.5")));
    assertThatThrownBy(() -> new Picking(LINES, SHOP).of(List.of(item(SOLD_OUT, "1"))))
        .isInstanceOf(MoreThanOpen.class);
  }

  @Test
  void takesNothingOfOthers() {
    assertThatThrownBy(() -> new Picking(LINES, POTTERS).of(List.of(item(TEA, "1"))))
        .isInstanceOf(NotYourLine.class);
    assertThatThrownBy(() -> new Picking(LINES, SHOP).of(List.of(item(ProductId.newId(), "1"))))
        .isInstanceOf(NotAmongLines.class);
  }

  @Test
  void hasLimits() {
    assertThatThrownBy(() -> new Picking(LINES, SHOP).of(List.of()))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(
            () -> new Picking(LINES, SHOP).of(Collections.nCopies(501, item(POT, "0.001"))))
        .isInstanceOf(InvalidValue.class);
  }

  private static OrderItem item(ProductId product, String quantity) {
    return new OrderItem(product, Quantity.of(quantity));
  }

  private static ReservationLine picked(ProductId product, String quantity) {
    return new ReservationLine(product, Quantity.of(quantity));
  }
}
