package org.orderly.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ordering.OrderActions.item;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderActions;
import org.orderly.ordering.OrderNotFound;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.fulfilment.NewShipment;
import org.orderly.ordering.fulfilment.ShipmentNotFound;
import org.orderly.ordering.fulfilment.Shipments;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.testing.Application;

/** Packing slips: what is in a parcel, for whoever packs it. */
class PackingSlipsDatabaseTest {

  private record Body(String text) {}

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions shop = new OrderActions(APP);
  private final OrderActor warehouse = new OrderActor.Admin(UserId.newId());
  private ProductId tea;
  private OrderView order;
  private OrderView another;

  @BeforeEach
  void place() {
    tea = shop.product("2.50", 100);
    UserId ann = shop.buyer("100.00");
    order = shop.place(ann, item(tea, 3));
    another = shop.place(ann, item(tea, 1));
  }

  private UUID ship(OrderView shipped, int pieces) {
    IdempotencyKey key =
        IdempotencyKey.of(warehouse.id(), "ship", UUID.randomUUID().toString(), new Body("once"));
    NewShipment command =
        new NewShipment(shipped.id(), "Post", "RR 1", List.of(item(tea, pieces)), null);
    return APP.bean(Shipments.class).ship(command, key, warehouse).value().id();
  }

  private static GeneratedFile slip(OrderView of, UUID shipment, OrderActor actor) {
    return APP.bean(PackingSlips.class).of(of.id(), shipment, actor);
  }

  private static String text(GeneratedFile file) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file.content())) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  @Test
  void listTheWholeOrderOrOneShipment() throws IOException {
    UUID shipment = ship(order, 2);

    assertThat(text(slip(order, null, warehouse))).contains(order.number(), "Tea 3");
    assertThat(text(slip(order, shipment, warehouse)))
        .contains(order.number(), "Post RR 1", "Tea 2")
        .doesNotContain("Tea 3");
  }

  @Test
  void listNoShipmentOfAnotherOrder() {
    UUID shipment = ship(another, 1);
    assertThatThrownBy(() -> slip(order, shipment, warehouse)).isInstanceOf(ShipmentNotFound.class);
  }

  @Test
  void areNotForVendorsWhoHaveNothingInTheOrder() {
    OrderActor vendor = new OrderActor.Vendor(UserId.newId());
    assertThatThrownBy(() -> slip(order, null, vendor)).isInstanceOf(OrderNotFound.class);
  }

  @Test
  void areNotForOrdersThatAreNotPaid() {
    OrderView waiting = shop.placeByInvoice(shop.buyer("0.00"), item(tea, 1));
    assertThatThrownBy(() -> slip(waiting, null, warehouse)).isInstanceOf(DocumentNotIssued.class);
  }
}
