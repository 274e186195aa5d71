package org.orderly.ordering.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderQueries;
import org.orderly.ordering.OrderStatus;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.ShippingAddress;
import org.orderly.ordering.VendorOrder;
import org.orderly.ordering.VendorOrders;

/** Papers for those who pack: what goes into the parcel and where it goes, without prices. */
@ApplicationScoped
public class PackingSlips {

  private static final List<Sheet.Column> COLUMNS =
      List.of(
          new Sheet.Column("Article", 120, false),
          new Sheet.Column("Product", 273, false),
          new Sheet.Column("Quantity", 70, true));

  private final OrderQueries orders;
  private final VendorOrders vendorOrders;
  private final Clock clock;

  @Inject
  PackingSlips(OrderQueries orders, VendorOrders vendorOrders, Clock clock) {
    this.orders = orders;
    this.vendorOrders = vendorOrders;
    this.clock = clock;
  }

  /**
   * Of everything in an order.
   *
   * @throws org.orderly.ordering.OrderNotFound if there is no such order
   * @throws DocumentNotIssued if nothing of it is to be packed
   */
  public PdfFile of(OrderId id) {
    OrderView order = orders.any(id);
    return file(order.number(), order.status(), order.shippingAddress(), order.items());
  }

  /**
   * Of a vendor's own lines.
   *
   * @throws org.orderly.ordering.OrderNotFound also for an order in which nothing is the vendor's
   * @throws DocumentNotIssued if nothing of it is to be packed
   */
  public PdfFile ofVendor(UserId vendor, OrderId id) {
    VendorOrder order = vendorOrders.one(vendor, id);
    return file(order.number(), order.status(), order.shippingAddress(), order.items());
  }

  private PdfFile file(
      String number, String status, ShippingAddress to, List<OrderView.Item> items) {
    DocumentNotIssued.requireIssuable(OrderStatus.valueOf(status));
    try (Sheet sheet = new Sheet("Packing slip " + number, clock.instant())) {
      Recipient.write(sheet, to);
      sheet.table(
          COLUMNS,
          items.stream()
              .map(item -> List.of(item.sku(), item.name(), item.quantity().toString()))
              .toList());
      return new PdfFile("packing-slip-" + number + ".pdf", sheet.bytes("Packing slip " + number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
