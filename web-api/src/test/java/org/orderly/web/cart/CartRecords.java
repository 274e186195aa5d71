package org.orderly.web.cart;

import java.util.Map;
import org.orderly.web.orders.OrderItemRequest;

/** The bodies of this room that the API's description has schemas for. */
public final class CartRecords {

  public static final Map<String, Class<? extends Record>> ALL =
      Map.ofEntries(
          Map.entry("Cart", PricedCart.class),
          Map.entry("CartItem", PricedCart.Item.class),
          Map.entry("CartItemRequest", OrderItemRequest.class),
          Map.entry("CartQuantity", CartResource.QuantityRequest.class),
          Map.entry("Shop", ShopResource.Shop.class),
          Map.entry("QuoteRequest", CheckoutResource.QuoteRequest.class),
          Map.entry("PaymentMethods", CheckoutResource.PaymentMethods.class));

  private CartRecords() {}
}
