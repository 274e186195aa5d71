package org.orderly.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.PostalAddress;
import org.orderly.ordering.OrderStatus;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.fulfilment.ShipmentNotFound;
import org.orderly.ordering.fulfilment.ShipmentView;
import org.orderly.ordering.fulfilment.Shipments;
import org.orderly.ordering.overview.VendorOrder;
import org.orderly.ordering.overview.VendorOrders;

/** Papers for those who pack: what goes into the parcel and where it goes, without prices. */
@ApplicationScoped
public class PackingSlips {

  private static final List<PdfDocument.Column> COLUMNS =
      List.of(
          new PdfDocument.Column("Article", 120, false),
          new PdfDocument.Column("Product", 273, false),
          new PdfDocument.Column("Quantity", 70, true));

  private final VendorOrders vendorOrders;
  private final Shipments shipments;
  private final DocumentSettings settings;
  private final Clock clock;

  @Inject
  PackingSlips(
      VendorOrders vendorOrders, Shipments shipments, DocumentSettings settings, Clock clock) {
    this.vendorOrders = vendorOrders;
    this.shipments = shipments;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Of what the party handles in an order: everything for the shop, a vendor's own lines.
   *
   * @param shipment of which alone; {@code null} for all that was ordered
   * @throws org.orderly.ordering.OrderNotFound also if nothing in the order is the party's
   * @throws org.orderly.ordering.fulfilment.ShipmentNotFound also for one of another order
   * @throws DocumentNotIssued if nothing of it is to be packed
   */
  public GeneratedFile of(OrderId id, @Nullable UUID shipment, OrderActor orderActor) {
    Slip all = slip(vendorOrders.one(orderActor, id));
    DocumentNotIssued.requireIssuable(OrderStatus.valueOf(all.status()));
    return file(shipment == null ? all : all.ofShipment(sent(id, shipment, orderActor)));
  }

  private ShipmentView sent(OrderId order, UUID id, OrderActor orderActor) {
    ShipmentView shipment = shipments.one(id, orderActor);
    if (!shipment.orderId().equals(order)) {
      throw new ShipmentNotFound(id);
    }
    return shipment;
  }

  /** What is on the paper. */
  private record Slip(
      String number,
      String status,
      PostalAddress to,
      @Nullable String carrier,
      List<List<String>> rows) {

    Slip ofShipment(ShipmentView shipment) {
      String tracking = shipment.trackingNumber();
      return new Slip(
          number,
          status,
          to,
          shipment.carrier() + (tracking == null ? "" : " " + tracking),
          shipment.items().stream()
              .map(item -> List.of(item.sku(), item.name(), item.quantity().toString()))
              .toList());
    }
  }

  private static Slip slip(VendorOrder order) {
    return new Slip(
        order.number(), order.status(), order.shippingAddress(), null, rows(order.items()));
  }

  private static List<List<String>> rows(List<OrderView.Item> items) {
    return items.stream()
        .map(item -> List.of(item.sku(), item.name(), item.quantity().toString()))
        .toList();
  }

  private GeneratedFile file(Slip slip) {
    String number = slip.number();
    try (PdfDocument pdfDocument =
        new PdfDocument("Packing slip " + number, clock.instant(), settings.fonts())) {
      AddressBlock.write(pdfDocument, slip.to());
      pdfDocument.paragraph(slip.carrier());
      pdfDocument.table(COLUMNS, slip.rows());
      return new GeneratedFile(
          "packing-slip-" + number + ".pdf", pdfDocument.bytes("Packing slip " + number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
