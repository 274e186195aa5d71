package org.orderly.ordering.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.access.VisibleLines;

class LineSelectionTest {

  private static final UserId POTTER = UserId.newId();
  private static final ProductId POT = ProductId.newId();
  private static final ProductId TEA = ProductId.newId();
  private static final ProductId SOLD_OUT = ProductId.newId();
  private static final List<RemainingLine> LINES =
      List.of(
          new RemainingLine(POT, Quantity.of(3), POTTER),
          new RemainingLine(TEA, Quantity.of("1.5"), null),
          new RemainingLine(SOLD_OUT, Quantity.ZERO, null));
  private static final VisibleLines SHOP = VisibleLines.ALL;
  private static final VisibleLines POTTERS = new VisibleLines.OfVendor(POTTER);

  @Test
  void takesAllThatIsOpenWhenNothingIsNamed() {
    assertThat(new LineSelection(LINES, SHOP).of(null))
        .containsExactlyInAnyOrder(picked(POT, "3"), picked(TEA, "1.5"));
  }

  @Test
  void takesForAVendorWhatIsTheirs() {
    assertThat(new LineSelection(LINES, POTTERS).of(null)).containsExactly(picked(POT, "3"));
    VisibleLines weaver = new VisibleLines.OfVendor(UserId.newId());
    assertThatThrownBy(() -> new LineSelection(LINES, weaver).of(null))
        .isInstanceOf(NothingRemaining.class);
  }

  /** Papers and shipments list goods as the order does. */
  @Test
  void keepsTheOrderOfTheLines() {
    List<RemainingLine> lines =
        Stream.generate(() -> new RemainingLine(ProductId.newId(), Quantity.of(1), null))
            .limit(30)
            .toList();
    assertThat(new LineSelection(lines, SHOP).of(null))
        .extracting(ProductQuantity::productId)
        .containsExactlyElementsOf(lines.stream().map(RemainingLine::productId).toList());
  }

  @Test
  void addsUpWhatIsNamedTwice() {
    assertThat(new LineSelection(LINES, SHOP).of(List.of(item(POT, "1"), item(POT, "2"))))
        .containsExactly(picked(POT, "3"));
    assertThatThrownBy(
            () -> new LineSelection(LINES, SHOP).of(List.of(item(POT, "2"), item(POT, "2"))))
        .isInstanceOf(QuantityExceedsRemaining.class);
  }

  @Test
  void neverTakesMoreThanIsOpen() {
    assertThatThrownBy(() -> new LineSelection(LINES, SHOP).of(List.of(item(TEA, "1.50000001"))))
        .isInstanceOfSatisfying(
            QuantityExceedsRemaining.class,
            refusal ->
                assertThat(refusal.details())
                    .containsEntry("productId", TEA)
                    .containsEntry("open", Quantity.of("1.5")));
    assertThatThrownBy(() -> new LineSelection(LINES, SHOP).of(List.of(item(SOLD_OUT, "1"))))
        .isInstanceOf(QuantityExceedsRemaining.class);
  }

  @Test
  void takesNothingOfOthers() {
    assertThatThrownBy(() -> new LineSelection(LINES, POTTERS).of(List.of(item(TEA, "1"))))
        .isInstanceOf(NotYourLine.class);
    assertThatThrownBy(
            () -> new LineSelection(LINES, SHOP).of(List.of(item(ProductId.newId(), "1"))))
        .isInstanceOf(ProductNotInOrder.class);
  }

  @Test
  void hasLimits() {
    assertThatThrownBy(() -> new LineSelection(LINES, SHOP).of(List.of()))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(
            () -> new LineSelection(LINES, SHOP).of(Collections.nCopies(501, item(POT, "0.001"))))
        .isInstanceOf(InvalidValue.class);
  }

  private static ProductQuantity item(ProductId product, String quantity) {
    return new ProductQuantity(product, Quantity.of(quantity));
  }

  private static ProductQuantity picked(ProductId product, String quantity) {
    return new ProductQuantity(product, Quantity.of(quantity));
  }
}
