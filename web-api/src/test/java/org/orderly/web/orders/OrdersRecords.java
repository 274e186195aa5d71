package org.orderly.web.orders;

import java.util.Map;

/** The bodies of this room that the API's description has schemas for. */
public final class OrdersRecords {

  public static final Map<String, Class<? extends Record>> ALL =
      Map.ofEntries(
          Map.entry("PlaceOrderRequest", OrdersResource.NewOrder.class),
          Map.entry("OrderItemRequest", OrderItemRequest.class),
          Map.entry("PaymentChoice", PaymentRequest.class),
          Map.entry("EditOrderRequest", OrdersResource.EditedOrder.class),
          Map.entry("CancelOrderRequest", CancellationResource.CancelRequest.class),
          Map.entry("AdoptOrderRequest", AdoptionResource.AdoptRequest.class),
          Map.entry("PlaceGuestOrderRequest", GuestCheckoutResource.NewGuestOrder.class));

  private OrdersRecords() {}
}
