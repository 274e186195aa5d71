package org.orderly.inventory.location;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.orderly.inventory.InventoryDatabase;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Reads how much of a product lies at each location, and how much is on the way. */
@ApplicationScoped
public class LocationStockQueries {

  private static final String AT_LOCATIONS =
      """
      select l.code, i.on_hand, i.reserved
      from stock_item i join stock_location l on l.id = i.location_id
      where i.product_id = ? order by l.id""";

  private static final String IN_TRANSIT =
      """
      select coalesce(sum(i.quantity), 0)
      from stock_transfer_item i join stock_transfer t on t.id = i.transfer_id
      where i.product_id = ? and t.status = 'IN_TRANSIT'""";

  private final DomainDatabase database;

  @Inject
  LocationStockQueries(@Domain(InventoryDatabase.DOMAIN) DomainDatabase database) {
    this.database = database;
  }

  /** How much of a product lies at a location. */
  public record LocationStock(
      String location, Quantity onHand, Quantity reserved, Quantity available) {}

  /**
   * How much there is of a product everywhere.
   *
   * @param onHand at all locations; without what is in transit
   * @param inTransit on the way from one location to another
   */
  public record StockEverywhere(
      ProductId productId,
      Quantity onHand,
      Quantity reserved,
      Quantity available,
      Quantity inTransit,
      List<LocationStock> locations) {}

  /** By location, the main one first; empty for a product that was never opened. */
  public StockEverywhere of(ProductId product) {
    SqlBatch reads = new SqlBatch();
    BatchResult<List<LocationStock>> locations =
        reads.list(LocationStockQueries::read, AT_LOCATIONS, product.value());
    BatchResult<Quantity> inTransit =
        reads.one(row -> new Quantity(row.getBigDecimal(1)), IN_TRANSIT, product.value());
    database.run(reads);
    Quantity onHand =
        locations.get().stream().map(LocationStock::onHand).reduce(Quantity.ZERO, Quantity::plus);
    Quantity reserved =
        locations.get().stream().map(LocationStock::reserved).reduce(Quantity.ZERO, Quantity::plus);
    return new StockEverywhere(
        product, onHand, reserved, onHand.minus(reserved), inTransit.get(), locations.get());
  }

  private static LocationStock read(ResultSet row) throws SQLException {
    Quantity onHand = new Quantity(row.getBigDecimal("on_hand"));
    Quantity reserved = new Quantity(row.getBigDecimal("reserved"));
    return new LocationStock(row.getString("code"), onHand, reserved, onHand.minus(reserved));
  }
}
