package org.orderly.web.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Page;
import org.orderly.kernel.PostalAddress;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.overview.VendorOrder;

/**
 * Lists of orders as a file of comma separated values, a row an order. It is written while it is
 * read, a page at a time, so that a long one takes no more memory than a short one.
 */
@ApplicationScoped
class OrderExport {

  static final String CSV = "text/csv; charset=utf-8";

  /** A slow reader keeps a thread of the server, of which there are 64. */
  private static final int AT_ONCE = 8;

  private static final List<String> COLUMNS =
      List.of(
          "number",
          "id",
          "status",
          "placedAt",
          "currency",
          "total",
          "items",
          "name",
          "street",
          "city",
          "state",
          "postalCode",
          "country",
          "adjustments");

  private final Semaphore running = new Semaphore(AT_ONCE);

  /** A page of a list from a cursor on, which is {@code null} for the first one. */
  interface Pages<T> extends Function<String, Page<T>> {}

  /**
   * @throws TooManyExports if as many as may be are written already
   */
  Response ofOrders(Pages<OrderView> pages) {
    return file(pages, OrderExport::row);
  }

  /** The same of what a vendor may know. */
  Response ofVendor(Pages<VendorOrder> pages) {
    return file(pages, OrderExport::row);
  }

  /** What is wrong with the filter is told before the first byte. */
  private <T> Response file(Pages<T> pages, Function<T, List<Object>> row) {
    if (running.availablePermits() == 0) {
      throw new TooManyExports();
    }
    Page<T> first = pages.apply(null);
    StreamingOutput content =
        out -> {
          if (!running.tryAcquire()) {
            throw new TooManyExports();
          }
          try {
            write(out, first, pages, row);
          } finally {
            running.release();
          }
        };
    return Response.ok(content, CSV)
        .header("Content-Disposition", "attachment; filename=\"orders.csv\"")
        .build();
  }

  private static <T> void write(
      OutputStream stream, Page<T> first, Pages<T> pages, Function<T, List<Object>> row)
      throws IOException {
    // the server closes the stream
    Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    out.append(Csv.BYTE_ORDER_MARK);
    Csv.row(out, COLUMNS);
    Page<T> page = first;
    while (true) {
      for (T order : page.items()) {
        Csv.row(out, row.apply(order));
      }
      out.flush();
      if (page.nextCursor() == null) {
        return;
      }
      page = pages.apply(page.nextCursor());
    }
  }

  static List<Object> row(OrderView order) {
    return cells(
        order.number(),
        order.id(),
        order.status(),
        order.createdAt(),
        order.total(),
        order.items(),
        order.adjustments(),
        order.shippingAddress());
  }

  static List<Object> row(VendorOrder order) {
    return cells(
        order.number(),
        order.id(),
        order.status(),
        order.createdAt(),
        order.total(),
        order.items(),
        List.of(),
        order.shippingAddress());
  }

  private static List<Object> cells(
      String number,
      OrderId id,
      String status,
      Object at,
      Money total,
      List<OrderView.Item> items,
      List<Adjustment> adjustments,
      PostalAddress to) {
    Stream<Object> order =
        Stream.of(number, id, status, at, total.currency(), total.amount().toPlainString());
    String lines =
        items.stream()
            .map(item -> item.quantity() + " x " + item.sku())
            .collect(Collectors.joining("; "));
    Stream<Object> goods =
        Arrays.stream(
            new Object[] {
              lines,
              to.name(),
              to.street(),
              to.city(),
              to.state(),
              to.postalCode(),
              to.country(),
              adjustments(items, adjustments)
            });
    return Stream.concat(order, goods).toList();
  }

  /** Such as {@code TEA-1: Summer sale -1.00; Parcel 4.90}. */
  private static String adjustments(List<OrderView.Item> items, List<Adjustment> adjustments) {
    Stream<String> ofLines =
        items.stream()
            .flatMap(item -> item.adjustments().stream().map(one -> item.sku() + ": " + text(one)));
    return Stream.concat(ofLines, adjustments.stream().map(OrderExport::text))
        .collect(Collectors.joining("; "));
  }

  private static String text(Adjustment adjustment) {
    return adjustment.label() + " " + adjustment.amount().amount().toPlainString();
  }
}
