package org.orderly.ordering.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderly.inventory.StockReservations;
import org.orderly.kernel.Limit;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Page;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.LockedOrders;
import org.orderly.ordering.OrderNotFound;
import org.orderly.ordering.OrderStatus;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.ordering.access.OrderAccess;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.access.Permission;
import org.orderly.ordering.access.VisibleLines;
import org.orderly.ordering.selection.LineSelection;
import org.orderly.ordering.selection.RemainingLine;
import org.orderly.payment.Payments;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.Domain;

/** Ships goods and records their arrival; each method is one transaction. */
@ApplicationScoped
@Transactional
public class Shipments {

  private final LockedOrders lockedOrders;
  private final OrderAccess access;
  private final ShippedQuantityQueries goods;
  private final ShipmentRepository rows;
  private final StockReservations stock;
  private final Payments payments;
  private final IdempotencyKeys keys;
  private final Clock clock;

  @Inject
  Shipments(
      LockedOrders lockedOrders,
      OrderAccess access,
      ShippedQuantityQueries goods,
      ShipmentRepository rows,
      StockReservations stock,
      Payments payments,
      @Domain(OrderingDatabase.NAME) IdempotencyKeys keys,
      Clock clock) {
    this.lockedOrders = lockedOrders;
    this.access = access;
    this.goods = goods;
    this.rows = rows;
    this.stock = stock;
    this.payments = payments;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Ships goods of an order, once per request key: a transaction over the ordering, payment and
   * inventory databases. The order is shipped when nothing of it is left, else partially.
   *
   * @throws OrderNotFound if nothing in the order is the party's to handle
   * @throws NotYourLine if an item is another vendor's
   * @throws ProductNotInOrder if an item is not in the order
   * @throws QuantityExceedsRemaining if a quantity is above what was ordered and not shipped yet
   * @throws OrderRefundedAlready if all money was given back and no admin says why it is shipped
   * @throws NothingRemaining if no items are named and nothing is left
   * @throws org.orderly.ordering.IllegalOrderTransition if the order is not one to be shipped
   */
  public IdempotentResult<ShipmentView> ship(
      NewShipment requested, IdempotencyKey request, OrderActor orderActor) {
    return keys.once(request, ShipmentView.class, () -> apply(requested, orderActor));
  }

  private ShipmentView apply(NewShipment requested, OrderActor orderActor) {
    LockedOrder order = lockedOrders.lock(requested.orderId());
    VisibleLines handled = OrderAccess.requireLocked(orderActor, order, Permission.HANDLE).lines();
    String reason = requirePaid(order, requested, orderActor);
    List<RemainingLine> open = open(order);
    List<ProductQuantity> picked = new LineSelection(open, handled).of(requested.items());
    Shipment shipment = Shipment.of(requested, picked, order.lines(), clock.instant());
    ShipmentView view = shipment.view();
    advance(order, isAll(picked, open), reason, OrderShipped.of(order, view));
    rows.add(shipment);
    lockedOrders.close(order);
    stock.ship(order.id(), shipment.id(), picked);
    return view;
  }

  /**
   * @return why it is shipped though its money was given back; {@code null} if it was not
   */
  private @Nullable String requirePaid(
      LockedOrder order, NewShipment requested, OrderActor orderActor) {
    if (!payments.isRefunded(order.id())) {
      return null;
    }
    String reason = orderActor.forTheShop() ? requested.shipAnywayReason() : null;
    if (reason == null || reason.isBlank()) {
      throw new OrderRefundedAlready();
    }
    return reason;
  }

  private List<RemainingLine> open(LockedOrder order) {
    Map<ProductId, Quantity> shipped = goods.shipped(order.id());
    return order.lines().stream()
        .map(
            line -> {
              Quantity gone = shipped.getOrDefault(line.productId(), Quantity.ZERO);
              return new RemainingLine(
                  line.productId(), line.quantity().minus(gone), line.vendor());
            })
        .toList();
  }

  private static boolean isAll(List<ProductQuantity> picked, List<RemainingLine> open) {
    Map<ProductId, Quantity> taken =
        picked.stream()
            .collect(Collectors.toMap(ProductQuantity::productId, ProductQuantity::quantity));
    return open.stream()
        .allMatch(line -> line.open().equals(taken.getOrDefault(line.productId(), Quantity.ZERO)));
  }

  private static void advance(
      LockedOrder order, boolean complete, @Nullable String reason, OrderShipped event) {
    if (complete) {
      order.become(OrderStatus.SHIPPED, reason, event);
    } else if (order.status() == OrderStatus.PARTIALLY_SHIPPED) {
      order.note(reason, event);
    } else {
      order.become(OrderStatus.PARTIALLY_SHIPPED, reason, event);
    }
  }

  /**
   * Notes that a shipment has arrived, once per request key. The order is delivered when all of it
   * was shipped and nothing is on its way.
   *
   * @throws ShipmentNotFound if there is none, or nothing in it is the party's to handle
   * @throws NotYourLine if something in it is another vendor's
   * @throws IllegalShipmentTransition if it has arrived before
   */
  public IdempotentResult<ShipmentView> deliver(
      UUID id, IdempotencyKey request, OrderActor orderActor) {
    return keys.once(
        request,
        ShipmentView.class,
        () ->
            arrive(
                id,
                order ->
                    OrderAccess.findLocked(orderActor, order, Permission.HANDLE)
                        .orElseThrow(() -> new ShipmentNotFound(id))
                        .lines(),
                null));
  }

  /** Notes on behalf of the system that a shipment has arrived. */
  void arrive(UUID id, String reason) {
    arrive(id, order -> VisibleLines.ALL, reason);
  }

  private ShipmentView arrive(
      UUID id, Function<LockedOrder, VisibleLines> handled, @Nullable String reason) {
    OrderId orderId = rows.orderOf(id).orElseThrow(() -> new ShipmentNotFound(id));
    LockedOrder order = lockedOrders.lock(orderId);
    Shipment shipment = rows.find(id).orElseThrow(() -> new ShipmentNotFound(id));
    shipment.requireHandled(handled.apply(order));
    Instant now = clock.instant();
    shipment.deliver(now);
    rows.save(shipment);
    boolean complete = order.status() == OrderStatus.SHIPPED && rows.onTheirWay(orderId) == 0;
    OrderDelivered event = OrderDelivered.of(order, id, complete, now);
    if (complete) {
      order.become(OrderStatus.DELIVERED, reason, event);
    } else {
      order.note(reason, event);
    }
    lockedOrders.close(order);
    return shipment.view();
  }

  /**
   * The shipments of an order, oldest first; to a vendor their own lines only.
   *
   * @throws OrderNotFound if the party may see nothing of the order
   */
  @Transactional(Transactional.TxType.SUPPORTS)
  public Page<ShipmentView> ofOrder(
      OrderId order, Limit limit, String cursor, OrderActor orderActor) {
    IdCursor position = IdCursor.ascending(cursor);
    VisibleLines lines = access.require(orderActor, order, Permission.TRACK).lines();
    List<Shipment> found = rows.ofOrder(order, lines, position.value(), limit.withLookahead());
    return IdCursor.page(found, limit, Shipment::id, shipment -> shipment.view(lines));
  }

  /**
   * One shipment; to a vendor their own lines only.
   *
   * @throws ShipmentNotFound also for one that the party may not see
   */
  @Transactional(Transactional.TxType.SUPPORTS)
  public ShipmentView one(UUID id, OrderActor orderActor) {
    Shipment shipment = rows.find(id).orElseThrow(() -> new ShipmentNotFound(id));
    VisibleLines lines =
        access
            .find(orderActor, shipment.orderId(), Permission.TRACK)
            .orElseThrow(() -> new ShipmentNotFound(id))
            .lines();
    shipment.requireVisible(lines);
    return shipment.view(lines);
  }
}
