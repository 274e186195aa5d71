package org.orderly.ordering.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.ordering.access.Permission.ADOPT;
import static org.orderly.ordering.access.Permission.CHANGE;
import static org.orderly.ordering.access.Permission.HANDLE;
import static org.orderly.ordering.access.Permission.MANAGE;
import static org.orderly.ordering.access.Permission.TRACK;
import static org.orderly.ordering.access.Permission.VIEW;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.access.OrderActor.Admin;
import org.orderly.ordering.access.OrderActor.ApiClient;
import org.orderly.ordering.access.OrderActor.Customer;
import org.orderly.ordering.access.OrderActor.Guest;
import org.orderly.ordering.access.OrderActor.Vendor;

/** Every actor against every permission, on orders of an account and of a guest. */
class OrderPartiesTest {

  private static final OrderId ORDER = OrderId.newId();
  private static final UserId BUYER = UserId.newId();
  private static final UserId POTTER = UserId.newId();
  private static final UserId WEAVER = UserId.newId();
  private static final UserId STRANGER = UserId.newId();

  private static final OrderParties ACCOUNTS =
      new OrderParties(ORDER, BUYER, false, Set.of(POTTER, WEAVER));
  private static final OrderParties GUESTS =
      new OrderParties(ORDER, BUYER, true, Set.of(POTTER, WEAVER));
  private static final OrderParties OWN_GOODS =
      new OrderParties(ORDER, POTTER, false, Set.of(POTTER, WEAVER));

  private static final VisibleLines ALL = VisibleLines.ALL;
  private static final VisibleLines POTS = new VisibleLines.OfVendor(POTTER);

  private static final Map<Permission, VisibleLines> NOTHING = Map.of();
  private static final Map<Permission, VisibleLines> A_BUYERS =
      Map.of(VIEW, ALL, CHANGE, ALL, TRACK, ALL);
  private static final Map<Permission, VisibleLines> A_VENDORS = Map.of(TRACK, POTS, HANDLE, POTS);
  private static final Map<Permission, VisibleLines> AN_ADMINS =
      Map.of(VIEW, ALL, CHANGE, ALL, TRACK, ALL, HANDLE, ALL, MANAGE, ALL);
  private static final Map<Permission, VisibleLines> AN_API_CLIENTS = Map.of(VIEW, ALL, TRACK, ALL);

  private record Row(
      String name, OrderParties order, OrderActor actor, Map<Permission, VisibleLines> granted) {}

  private static Stream<Row> rows() {
    return Stream.of(
        new Row("the buyer", ACCOUNTS, new Customer(BUYER), A_BUYERS),
        new Row("the buyer, who sells elsewhere", ACCOUNTS, new Vendor(BUYER), A_BUYERS),
        new Row("another customer", ACCOUNTS, new Customer(STRANGER), NOTHING),
        new Row("a vendor of a line", ACCOUNTS, new Vendor(POTTER), A_VENDORS),
        new Row("a vendor of no line", ACCOUNTS, new Vendor(STRANGER), NOTHING),
        new Row("a vendor of a line who is one no more", ACCOUNTS, new Customer(POTTER), NOTHING),
        new Row("an admin", ACCOUNTS, new Admin(STRANGER), AN_ADMINS),
        new Row("an API client", ACCOUNTS, new ApiClient(STRANGER), AN_API_CLIENTS),
        new Row("the token of an account's order", ACCOUNTS, new Guest(ORDER), NOTHING),
        new Row("the guest", GUESTS, new Guest(ORDER), with(A_BUYERS, ADOPT, ALL)),
        new Row("the guest of another order", GUESTS, new Guest(OrderId.newId()), NOTHING),
        new Row("a customer on a guest's order", GUESTS, new Customer(STRANGER), NOTHING),
        new Row("a vendor of a guest's line", GUESTS, new Vendor(POTTER), A_VENDORS),
        new Row("an admin on a guest's order", GUESTS, new Admin(STRANGER), AN_ADMINS),
        new Row("an API client on a guest's", GUESTS, new ApiClient(STRANGER), AN_API_CLIENTS),
        new Row(
            "a vendor who bought a product of theirs",
            OWN_GOODS,
            new Vendor(POTTER),
            with(A_BUYERS, HANDLE, POTS)));
  }

  private static Map<Permission, VisibleLines> with(
      Map<Permission, VisibleLines> some, Permission another, VisibleLines lines) {
    Map<Permission, VisibleLines> more = new EnumMap<>(some);
    more.put(another, lines);
    return more;
  }

  @TestFactory
  Stream<DynamicTest> grantsWhatTheTableSaysAndNothingElse() {
    return rows()
        .flatMap(
            row ->
                EnumSet.allOf(Permission.class).stream()
                    .map(
                        permission ->
                            DynamicTest.dynamicTest(
                                row.name() + ", " + permission, () -> check(row, permission))));
  }

  private static void check(Row row, Permission permission) {
    assertThat(row.order().grant(row.actor(), permission).map(GrantedAccess::lines).orElse(null))
        .isEqualTo(row.granted().get(permission));
  }

  @Test
  void saysWhoseOrderItIs() {
    assertThat(ACCOUNTS.grant(new Admin(STRANGER), VIEW))
        .contains(new GrantedAccess(ORDER, BUYER, ALL));
  }

  @Test
  void namesTheLinesThatAnActorHandlesInAllOrders() {
    assertThat(OrderAccess.handledLines(new Admin(STRANGER))).contains(ALL);
    assertThat(OrderAccess.handledLines(new Vendor(POTTER))).contains(POTS);
    assertThat(OrderAccess.handledLines(new Customer(BUYER))).isEmpty();
    assertThat(OrderAccess.handledLines(new ApiClient(STRANGER))).isEmpty();
    assertThat(OrderAccess.handledLines(new Guest(ORDER))).isEmpty();
  }

  @Test
  void showsAVendorNoLineOfAnotherNorOfTheShop() {
    assertThat(POTS.include(POTTER)).isTrue();
    assertThat(POTS.include(WEAVER)).isFalse();
    assertThat(POTS.include(null)).isFalse();
    assertThat(ALL.include(null)).isTrue();
  }
}
