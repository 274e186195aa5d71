package org.orderly.web.fulfilment;

import java.util.Map;

/** The bodies of this room that the API's description has schemas for. */
public final class FulfilmentRecords {

  public static final Map<String, Class<? extends Record>> ALL =
      Map.ofEntries(
          Map.entry("ShipmentRequest", OrderShipmentsResource.ShipmentRequest.class),
          Map.entry("ReturnRequest", OrderReturnsResource.ReturnRequest.class),
          Map.entry("RefusalRequest", ReturnsResource.RefusalRequest.class),
          Map.entry("SomeItems", ItemSelectionRequest.class));

  private FulfilmentRecords() {}
}
