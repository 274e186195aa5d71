package org.orderly.web.inventory;

import java.util.Map;

/** The bodies about stock that the API's description has schemas for. */
public final class InventoryRecords {

  public static final Map<String, Class<? extends Record>> ALL =
      Map.ofEntries(
          Map.entry("StockAdjustment", InventoryResource.Adjustment.class),
          Map.entry("StockAdjustmentBatch", StockBatchResource.AdjustmentBatch.class),
          Map.entry("StockAdjustmentLine", StockBatchResource.AdjustmentLine.class),
          Map.entry("StockCount", StockTakesResource.CountRequest.class),
          Map.entry("NewStockLocation", StockLocationsResource.NewLocation.class),
          Map.entry("StockLocationName", StockLocationsResource.LocationName.class),
          Map.entry("StockLocationList", StockLocationsResource.LocationList.class),
          Map.entry("NewStockTransfer", StockTransfersResource.NewTransfer.class),
          Map.entry("StockThreshold", InventoryResource.StockThreshold.class),
          Map.entry("BackInStockStatus", BackInStockResource.BackInStockStatus.class),
          Map.entry("CountedLine", StockTakesResource.CountedLine.class));

  private InventoryRecords() {}
}
