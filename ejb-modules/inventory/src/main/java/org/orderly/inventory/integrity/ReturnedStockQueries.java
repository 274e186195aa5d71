package org.orderly.inventory.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.inventory.InventoryDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** The returned quantities in the stock movements, for comparison with the returns. */
@ApplicationScoped
public class ReturnedStockQueries {

  private static final String RETURNED =
      "select reference, sum(quantity) from stock_movement"
          + " where reference = any (?) and reason = 'returned' group by reference";

  private final DomainDatabase database;

  @Inject
  ReturnedStockQueries(@Domain(InventoryDatabase.DOMAIN) DomainDatabase database) {
    this.database = database;
  }

  /** The quantity that came back by return; a return without one is absent. Committed data only. */
  public Map<UUID, BigDecimal> of(Collection<UUID> returns) {
    Map<UUID, BigDecimal> returned = new HashMap<>();
    database
        .list(
            row -> Map.entry(row.getObject(1, UUID.class), row.getBigDecimal(2)),
            RETURNED,
            SqlBatch.column("uuid", List.copyOf(returns)))
        .forEach(each -> returned.put(each.getKey(), each.getValue()));
    return returned;
  }
}
