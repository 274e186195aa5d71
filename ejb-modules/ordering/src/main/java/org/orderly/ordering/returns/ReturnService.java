package org.orderly.ordering.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.inventory.StockReservations;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.LockedOrders;
import org.orderly.ordering.OrderStatus;
import org.orderly.ordering.access.OrderAccess;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.access.Permission;
import org.orderly.ordering.access.VisibleLines;
import org.orderly.ordering.fulfilment.ShippedQuantityQueries;
import org.orderly.ordering.selection.LineSelection;
import org.orderly.ordering.selection.RemainingLine;

/**
 * Where returns are changed, in the caller's transaction and under their order's lock; stock comes
 * last.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ReturnService {

  private final LockedOrders orders;
  private final ShippedQuantityQueries goods;
  private final ReturnRepository rows;
  private final ReturnWindow window;
  private final StockReservations stock;
  private final Clock clock;

  @Inject
  ReturnService(
      LockedOrders orders,
      ShippedQuantityQueries goods,
      ReturnRepository rows,
      ReturnWindow window,
      StockReservations stock,
      Clock clock) {
    this.orders = orders;
    this.goods = goods;
    this.rows = rows;
    this.window = window;
    this.stock = stock;
    this.clock = clock;
  }

  /** The shop may take back what it likes; a buyer what is theirs, while the window is open. */
  ReturnView request(NewReturn requested, OrderActor orderActor) {
    LockedOrder order = orders.lock(requested.orderId());
    OrderAccess.requireLocked(orderActor, order, Permission.CHANGE);
    Instant now = clock.instant();
    if (!orderActor.forTheShop()) {
      goods.lastArrival(order.id()).ifPresent(arrival -> window.requireOpen(arrival, now));
    }
    Map<ProductId, ReturnedQuantities> earlier = takenBack(order);
    List<ProductQuantity> picked =
        new LineSelection(returnable(order, earlier), VisibleLines.ALL).of(requested.items());
    Return back =
        new Return(
            UuidV7.next(),
            order.id(),
            ReturnStatus.REQUESTED,
            requested.reason(),
            null,
            now,
            lines(picked, earlier));
    rows.add(back);
    order.note(requested.reason(), ReturnRequested.of(order, back, now));
    orders.close(order);
    return back.view(VisibleLines.ALL);
  }

  private static ReturnedQuantities of(
      Map<ProductId, ReturnedQuantities> quantities, ProductId product) {
    return Objects.requireNonNull(quantities.get(product), "not in the order");
  }

  private Map<ProductId, ReturnedQuantities> takenBack(LockedOrder order) {
    return rows.takenBack(order.id(), order.lines());
  }

  private List<RemainingLine> returnable(
      LockedOrder order, Map<ProductId, ReturnedQuantities> earlier) {
    Map<ProductId, Quantity> shipped = goods.shipped(order.id());
    return order.lines().stream()
        .map(
            line -> {
              ProductId id = line.productId();
              Quantity taken = of(earlier, id).taken();
              Quantity open = shipped.getOrDefault(id, Quantity.ZERO).minus(taken);
              return new RemainingLine(id, open, line.vendor());
            })
        .toList();
  }

  private static List<ReturnLine> lines(
      List<ProductQuantity> picked, Map<ProductId, ReturnedQuantities> earlier) {
    return picked.stream()
        .map(one -> ReturnLine.of(one.quantity(), of(earlier, one.productId())))
        .toList();
  }

  ReturnView approve(UUID id, OrderActor orderActor) {
    Open open = open(id, orderActor);
    open.back.requireHandled(open.handled);
    open.back.approve();
    open.order.note(null, ReturnApproved.of(open.order, open.back, open.now));
    return close(open);
  }

  ReturnView refuse(UUID id, String reason, OrderActor orderActor) {
    Open open = open(id, orderActor);
    open.back.requireHandled(open.handled);
    open.back.refuse(reason);
    open.order.note(reason, ReturnRefused.of(open.order, open.back, open.now));
    return close(open);
  }

  /** The order is returned when all of it has come back. */
  ReturnView receive(UUID id, @Nullable List<ProductQuantity> items, OrderActor orderActor) {
    Open open = open(id, orderActor);
    open.back.requireVisible(open.handled);
    List<ProductQuantity> received = open.back.receive(items, open.handled, takenBack(open.order));
    rows.save(open.back, open.now);
    OrderReturned event = OrderReturned.of(open.order, open.back, received, open.now);
    if (hasAllComeBack(open.order)) {
      open.order.become(OrderStatus.RETURNED, null, event);
    } else {
      open.order.note(null, event);
    }
    orders.close(open.order);
    return open.back.view(open.handled);
  }

  private boolean hasAllComeBack(LockedOrder order) {
    Map<ProductId, ReturnedQuantities> back = takenBack(order);
    return (order.status() == OrderStatus.SHIPPED || order.status() == OrderStatus.DELIVERED)
        && order.lines().stream()
            .allMatch(line -> of(back, line.productId()).received().equals(line.quantity()));
  }

  /** A transaction over the ordering and inventory databases. */
  ReturnView restock(UUID id, @Nullable List<ProductQuantity> items, OrderActor orderActor) {
    Open open = open(id, orderActor);
    open.back.requireVisible(open.handled);
    List<ProductQuantity> handled = open.back.restock(items, open.handled);
    open.order.note(null, ReturnRestocked.of(open.order, open.back, handled, open.now));
    ReturnView view = finish(open);
    stock.restock(id, handled);
    return view;
  }

  /** A transaction over the ordering and inventory databases. */
  ReturnView writeOff(UUID id, @Nullable List<ProductQuantity> items, OrderActor orderActor) {
    Open open = open(id, orderActor);
    open.back.requireVisible(open.handled);
    List<ProductQuantity> handled = open.back.writeOff(items, open.handled);
    open.order.note(null, ReturnWrittenOff.of(open.order, open.back, handled, open.now));
    ReturnView view = finish(open);
    stock.writeOff(id, handled);
    return view;
  }

  private ReturnView finish(Open open) {
    if (open.back.completeIfDone(open.handled)) {
      open.order.note(null, ReturnCompleted.of(open.order, open.back, open.now));
    }
    return close(open);
  }

  /** A return whose order is locked, with the lines that the actor handles. */
  private record Open(LockedOrder order, Return back, VisibleLines handled, Instant now) {}

  private Open open(UUID id, OrderActor orderActor) {
    OrderId orderId = rows.orderOf(id).orElseThrow(() -> new ReturnNotFound(id));
    LockedOrder order = orders.lock(orderId);
    Return back = rows.find(id).orElseThrow(() -> new ReturnNotFound(id));
    VisibleLines handled =
        OrderAccess.findLocked(orderActor, order, Permission.HANDLE)
            .orElseThrow(() -> new ReturnNotFound(id))
            .lines();
    return new Open(order, back, handled, clock.instant());
  }

  private ReturnView close(Open open) {
    rows.save(open.back, open.now);
    orders.close(open.order);
    return open.back.view(open.handled);
  }
}
