package org.orderly.ordering.access;

import org.orderly.kernel.Id;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;

/** An actor on orders: whoever views or changes one, as their authentication says. */
public sealed interface OrderActor {

  /** Identifies the actor: the account, the API client, or for a guest the order. */
  Id id();

  /** Whether the actor acts for the whole shop, not for a buyer or a vendor. */
  default boolean forTheShop() {
    return this instanceof Admin || this instanceof ApiClient;
  }

  /** An account that buys. */
  record Customer(UserId id) implements OrderActor {}

  /** An account that sells, and may buy as well. */
  record Vendor(UserId id) implements OrderActor {}

  /** Whoever has the token of a guest's order; for this order only. */
  record Guest(OrderId id) implements OrderActor {}

  /** An account that runs the shop. */
  record Admin(UserId id) implements OrderActor {}

  /** A program that reads every order. */
  record ApiClient(UserId id) implements OrderActor {}
}
