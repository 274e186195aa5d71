package org.orderly.ordering.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ordering.OrderActions.eur;
import static org.orderly.ordering.OrderActions.item;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.catalog.ProductDraft;
import org.orderly.catalog.ProductEditor;
import org.orderly.inventory.Stock;
import org.orderly.kernel.Limit;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Page;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderActions;
import org.orderly.ordering.OrderNotFound;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.access.OrderActor;
import org.orderly.testing.Application;

/** Lists of orders: each reader sees their own, page by page. */
class OrderListsDatabaseTest {

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions shop = new OrderActions(APP);
  private final UserId vendor = UserId.newId();
  private ProductId tea;
  private ProductId vendorsCup;
  private UserId ann;
  private UserId bob;

  @BeforeEach
  void open() {
    tea = shop.product("2.50", 100);
    vendorsCup = vendorsProduct();
    ann = shop.buyer("100.00");
    bob = shop.buyer("100.00");
  }

  private ProductId vendorsProduct() {
    String sku = "V-" + UUID.randomUUID();
    ProductDraft draft =
        new ProductDraft(sku, "Cup", "", null, eur("4.00"), List.of(), null, 0, null);
    ProductId id = APP.bean(ProductEditor.class).add(draft, vendor).id();
    APP.bean(Stock.class).open(id, 0, Quantity.of(100), null);
    return id;
  }

  private static Page<OrderView> page(UserId buyer, OrderFilter filter, int limit, String cursor) {
    return APP.bean(BuyerOrders.class).page(buyer, filter, new Limit(limit), cursor);
  }

  private static List<OrderId> ids(Page<OrderView> page) {
    return page.items().stream().map(OrderView::id).toList();
  }

  @Test
  void showBuyersTheirOwnOrdersAlone() {
    OrderId anns = shop.place(ann, item(tea, 1)).id();
    shop.place(bob, item(tea, 1));

    assertThat(ids(page(ann, OrderFilter.ANY, 10, null))).containsExactly(anns);
    assertThat(ids(page(UserId.newId(), OrderFilter.ANY, 10, null))).isEmpty();
  }

  @Test
  void goOnAfterTheLastOrderOfAPage() {
    List<OrderId> placed =
        List.of(
            shop.place(ann, item(tea, 1)).id(),
            shop.place(ann, item(tea, 1)).id(),
            shop.place(ann, item(tea, 1)).id());

    Page<OrderView> first = page(ann, OrderFilter.ANY, 2, null);
    assertThat(ids(first)).containsExactly(placed.get(2), placed.get(1));
    Page<OrderView> second = page(ann, OrderFilter.ANY, 2, first.nextCursor());
    assertThat(ids(second)).containsExactly(placed.get(0));
    assertThat(second.nextCursor()).isNull();
  }

  @Test
  void showOnlyWhatTheFilterNames() {
    OrderView paid = shop.place(ann, item(tea, 1));
    OrderView waiting = shop.placeByInvoice(ann, item(tea, 1));

    assertThat(ids(page(ann, status("PLACED"), 10, null))).containsExactly(waiting.id());
    assertThat(ids(page(ann, status("CONFIRMED"), 10, null))).containsExactly(paid.id());
    assertThat(ids(page(ann, status("CANCELLED"), 10, null))).isEmpty();
  }

  private static OrderFilter status(String status) {
    return new OrderFilter(Set.of(status), null, null, null, null, null);
  }

  @Test
  void showVendorsTheirOwnLinesOfOrdersThatHaveSome() {
    shop.place(ann, item(tea, 1));
    OrderView mixed = shop.place(bob, item(tea, 3), item(vendorsCup, 2));

    List<VendorOrder> listed =
        APP.bean(VendorOrders.class).page(vendor, OrderFilter.ANY, new Limit(10), null).items();
    assertThat(listed).extracting(VendorOrder::id).containsExactly(mixed.id());
    VendorOrder one = APP.bean(VendorOrders.class).one(new OrderActor.Vendor(vendor), mixed.id());
    assertThat(one).isEqualTo(listed.get(0));
    assertThat(one.items()).extracting(OrderView.Item::productId).containsExactly(vendorsCup);
    assertThat(one.total()).isEqualTo(eur("8.00"));
  }

  @Test
  void hideOrdersFromVendorsWhoHaveNothingInThem() {
    OrderId order = shop.place(ann, item(tea, 1), item(vendorsCup, 1)).id();
    OrderId withoutThem = shop.place(ann, item(tea, 1)).id();

    assertThatThrownBy(
            () -> APP.bean(VendorOrders.class).one(new OrderActor.Vendor(vendor), withoutThem))
        .isInstanceOf(OrderNotFound.class);
    assertThatThrownBy(
            () -> APP.bean(VendorOrders.class).one(new OrderActor.Vendor(UserId.newId()), order))
        .isInstanceOf(OrderNotFound.class);
  }
}
