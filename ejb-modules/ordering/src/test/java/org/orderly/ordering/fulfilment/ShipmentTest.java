package org.orderly.ordering.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.access.VisibleLines;
import org.orderly.ordering.quote.OrderLine;
import org.orderly.ordering.selection.NotYourLine;

class ShipmentTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final UserId POTTER = UserId.newId();
  private static final ProductId POT = ProductId.newId();
  private static final ProductId TEA = ProductId.newId();

  @ParameterizedTest
  @CsvSource({
    "SHIPPED, SHIPPED, false",
    "SHIPPED, DELIVERED, true",
    "DELIVERED, SHIPPED, false",
    "DELIVERED, DELIVERED, false"
  })
  void goesOnlyWhereItsStatusLeads(ShipmentStatus from, ShipmentStatus to, boolean allowed) {
    assertThat(from.successors().contains(to)).isEqualTo(allowed);
  }

  @Test
  void matrixOfTransitionsNamesEveryStatus() {
    Map<ShipmentStatus, Set<ShipmentStatus>> matrix = new EnumMap<>(ShipmentStatus.class);
    matrix.put(ShipmentStatus.SHIPPED, Set.of(ShipmentStatus.DELIVERED));
    matrix.put(ShipmentStatus.DELIVERED, Set.of());
    assertThat(matrix).containsOnlyKeys(ShipmentStatus.values());
    matrix.forEach((from, to) -> assertThat(from.successors()).isEqualTo(to));
  }

  @Test
  void arrivesOnce() {
    Shipment shipment = ofBoth();
    assertThat(shipment.view().deliveredAt()).isNull();
    shipment.deliver(NOW);
    assertThat(shipment.view().status()).isEqualTo("DELIVERED");
    assertThat(shipment.view().deliveredAt()).isEqualTo(NOW);
    assertThatThrownBy(() -> shipment.deliver(NOW.plusSeconds(1)))
        .isInstanceOf(IllegalShipmentTransition.class);
    assertThat(shipment.view().deliveredAt()).isEqualTo(NOW);
  }

  @Test
  void showsVendorsTheirOwnLines() {
    assertThat(ofBoth().view().items()).hasSize(2);
    assertThat(ofBoth().view(new VisibleLines.OfVendor(POTTER)).items())
        .extracting(GoodsItem::productId)
        .containsExactly(POT);
  }

  @Test
  void isHandledByWhomItBelongsTo() {
    Shipment shipment = ofBoth();
    shipment.requireHandled(VisibleLines.ALL);
    VisibleLines potters = new VisibleLines.OfVendor(POTTER);
    shipment.requireVisible(potters);
    assertThatThrownBy(() -> shipment.requireHandled(potters)).isInstanceOf(NotYourLine.class);
    VisibleLines weavers = new VisibleLines.OfVendor(UserId.newId());
    assertThatThrownBy(() -> shipment.requireHandled(weavers)).isInstanceOf(ShipmentNotFound.class);
    assertThatThrownBy(() -> shipment.requireVisible(weavers)).isInstanceOf(ShipmentNotFound.class);
  }

  @Test
  void wantsACarrierAndTextsOfOneLine() {
    OrderId order = OrderId.newId();
    String most = "x".repeat(100);
    assertThat(new NewShipment(order, " DHL ", " ", null))
        .isEqualTo(new NewShipment(order, "DHL", null, null));
    assertThat(new NewShipment(order, most, most, null).trackingNumber()).isEqualTo(most);
    for (String bad : new String[] {null, " ", most + "x", "D\nHL", "D\0L"}) {
      assertThatThrownBy(() -> new NewShipment(order, bad, null, null))
          .isInstanceOf(InvalidValue.class);
    }
    assertThatThrownBy(() -> new NewShipment(order, "DHL", "1\n2", null))
        .isInstanceOf(InvalidValue.class);
  }

  private static Shipment ofBoth() {
    List<OrderLine> ordered = List.of(line(POT, POTTER), line(TEA, null));
    List<ProductQuantity> picked =
        List.of(new ProductQuantity(POT, Quantity.of(1)), new ProductQuantity(TEA, Quantity.of(2)));
    return Shipment.of(new NewShipment(OrderId.newId(), "DHL", null, null), picked, ordered, NOW);
  }

  private static OrderLine line(ProductId product, UserId vendor) {
    Money price = Money.of("2.00", "EUR");
    return new OrderLine(
        product, "sku-" + UUID.randomUUID(), "Name", Quantity.of(2), price, price, vendor);
  }
}
