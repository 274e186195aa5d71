package org.orderly.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.ordering.OrderActions.item;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.identity.person.EmailAddress;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.Limit;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderActions;
import org.orderly.ordering.PlaceOrder;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.change.Cancellation;
import org.orderly.ordering.change.EditOrder;
import org.orderly.ordering.change.OrderChange;
import org.orderly.ordering.change.OrderEditing;
import org.orderly.ordering.fulfilment.NewShipment;
import org.orderly.ordering.fulfilment.Preparation;
import org.orderly.ordering.fulfilment.Shipments;
import org.orderly.ordering.guests.GuestCheckout;
import org.orderly.ordering.guests.GuestOrders;
import org.orderly.ordering.overview.OrderHistoryQueries;
import org.orderly.ordering.overview.OrderViews;
import org.orderly.ordering.overview.VendorOrders;
import org.orderly.ordering.returns.NewReturn;
import org.orderly.ordering.returns.ReturnQueries;
import org.orderly.ordering.returns.Returns;
import org.orderly.payment.method.PaymentMethod;
import org.orderly.payment.method.PaymentSelection;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.testing.Application;

/**
 * Every operation on an order, tried by every actor: for whom the order exists, and for whom not.
 */
class OrderOperationsDatabaseTest {

  private static final String ADDRESS = "ada@example.org";
  private static final UserId ADA = GuestOrders.guest(EmailAddress.of(ADDRESS));
  private static final Limit TEN = new Limit(10);

  private static final Set<String> WHOLE = Set.of("owner", "admin", "api client");
  private static final Set<String> CHANGES = Set.of("owner", "admin");
  private static final Set<String> GOODS = Set.of("owner", "vendor", "admin", "api client");
  private static final Set<String> HANDLES = Set.of("vendor", "admin");
  private static final Set<String> SHOP = Set.of("admin");

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions shop = new OrderActions(APP);
  private final UserId vendor = UserId.newId();
  private final OrderActor admin = new OrderActor.Admin(UserId.newId());

  @FunctionalInterface
  private interface Call {
    void by(OrderActor actor, OrderId order);
  }

  private record Operation(String name, Set<String> allowed, Call call) {}

  private List<Operation> operations() {
    return List.of(
        new Operation("view", WHOLE, (actor, id) -> bean(OrderViews.class).one(actor, id)),
        new Operation(
            "history",
            WHOLE,
            (actor, id) -> bean(OrderHistoryQueries.class).page(actor, id, TEN, null)),
        new Operation("invoice", WHOLE, (actor, id) -> bean(Invoices.class).of(actor, id)),
        new Operation("edit", CHANGES, this::edit),
        new Operation(
            "cancel",
            CHANGES,
            (actor, id) ->
                bean(Cancellation.class).cancel(new OrderChange(id, actor, key(actor)), "late")),
        new Operation("request a return", CHANGES, this::requestReturn),
        new Operation(
            "list shipments",
            GOODS,
            (actor, id) -> bean(Shipments.class).ofOrder(id, TEN, null, actor)),
        new Operation(
            "list returns",
            GOODS,
            (actor, id) -> bean(ReturnQueries.class).ofOrder(id, TEN, null, actor)),
        new Operation(
            "view a shipment",
            GOODS,
            (actor, id) -> bean(Shipments.class).one(shipment(id), actor)),
        new Operation(
            "view a return",
            GOODS,
            (actor, id) -> bean(ReturnQueries.class).one(returned(id), actor)),
        new Operation(
            "view as a vendor", HANDLES, (actor, id) -> bean(VendorOrders.class).one(actor, id)),
        new Operation(
            "packing slip", HANDLES, (actor, id) -> bean(PackingSlips.class).of(id, null, actor)),
        new Operation("ship", HANDLES, this::ship),
        new Operation(
            "deliver",
            HANDLES,
            (actor, id) -> bean(Shipments.class).deliver(shipment(id), key(actor), actor)),
        new Operation(
            "approve a return",
            HANDLES,
            (actor, id) -> bean(Returns.class).approve(returned(id), key(actor), actor)),
        new Operation(
            "process", SHOP, (actor, id) -> bean(Preparation.class).begin(id, key(actor), actor)));
  }

  private static <T> T bean(Class<T> type) {
    return APP.bean(type);
  }

  private static IdempotencyKey key(OrderActor actor) {
    return new IdempotencyKey(actor.id(), "try", UUID.randomUUID().toString(), "");
  }

  private void edit(OrderActor actor, OrderId id) {
    ProductId cheap = shop.product("0.50", 10);
    OrderChange change = new OrderChange(id, actor, key(actor));
    bean(OrderEditing.class).edit(new EditOrder(change, List.of(item(cheap, 1)), null, null, null));
  }

  private void ship(OrderActor actor, OrderId id) {
    bean(Shipments.class).ship(new NewShipment(id, "Post", null, null, null), key(actor), actor);
  }

  private void requestReturn(OrderActor actor, OrderId id) {
    bean(Returns.class).request(new NewReturn(id, null, "worn"), key(actor), actor);
  }

  /** The shipment of everything in the order. */
  private UUID shipment(OrderId id) {
    if (bean(Shipments.class).ofOrder(id, TEN, null, admin).items().isEmpty()) {
      ship(admin, id);
    }
    return bean(Shipments.class).ofOrder(id, TEN, null, admin).items().get(0).id();
  }

  private UUID returned(OrderId id) {
    if (bean(ReturnQueries.class).ofOrder(id, TEN, null, admin).items().isEmpty()) {
      shipment(id);
      requestReturn(admin, id);
    }
    return bean(ReturnQueries.class).ofOrder(id, TEN, null, admin).items().get(0).id();
  }

  @TestFactory
  Stream<DynamicTest> existForWhomTheTableSaysOnAnOrderOfAnAccount() {
    return operations().stream()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.name(),
                    () -> {
                      UserId ann = shop.buyer("50.00");
                      OrderId id = shop.place(ann, item(product(), 1), item(pot(), 1)).id();
                      check(operation, id, new OrderActor.Customer(ann));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> existForWhomTheTableSaysOnAnOrderOfAGuest() {
    return operations().stream()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.name(),
                    () -> {
                      OrderId id = guestOrder();
                      check(operation, id, new OrderActor.Guest(id));
                    }));
  }

  private ProductId product() {
    return shop.product("1.00", 10);
  }

  private ProductId pot() {
    return shop.product("2.00", 10, vendor);
  }

  private OrderId guestOrder() {
    PaymentSelection card = new PaymentSelection(PaymentMethod.CARD, "tok_1", null);
    IdempotencyKey request = new IdempotencyKey(ADA, "place-order", null, "");
    return bean(GuestCheckout.class)
        .place(
            new PlaceOrder(
                ADA,
                List.of(item(product(), 1), item(pot(), 1)),
                OrderActions.HOME,
                card,
                null,
                ADDRESS,
                request))
        .value()
        .id();
  }

  /** Those who may not come first: they must change nothing for those who may. */
  private void check(Operation operation, OrderId id, OrderActor owner) {
    Map<String, OrderActor> actors = new LinkedHashMap<>();
    actors.put("stranger", new OrderActor.Customer(UserId.newId()));
    actors.put("rival", new OrderActor.Vendor(UserId.newId()));
    actors.put("former vendor", new OrderActor.Customer(vendor));
    actors.put("guest of another order", new OrderActor.Guest(OrderId.newId()));
    actors.put("api client", new OrderActor.ApiClient(UserId.newId()));
    actors.put("vendor", new OrderActor.Vendor(vendor));
    actors.put("owner", owner);
    actors.put("admin", admin);
    Set<String> allowed = new TreeSet<>();
    actors.forEach(
        (name, actor) -> {
          if (exists(operation, id, actor)) {
            allowed.add(name);
          }
        });
    assertThat(allowed).containsExactlyInAnyOrderElementsOf(operation.allowed());
  }

  /** A refusal for another reason is one to somebody who may know of the order. */
  private static boolean exists(Operation operation, OrderId id, OrderActor actor) {
    try {
      operation.call().by(actor, id);
      return true;
    } catch (DomainException refusal) {
      return refusal.kind() != DomainException.Kind.NOT_FOUND;
    }
  }
}
