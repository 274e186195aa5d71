package org.orderly.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.orderly.kernel.InvariantCheck;
import org.orderly.kernel.SqlCheck;

/** Checks I1 and I2 on the inventory database. */
@ApplicationScoped
public class StockChecks {

  private static final List<SqlCheck> CHECKS =
      List.of(
          new SqlCheck(
              "I1",
              "stock on hand is the sum of its movements",
              """
              select item.product_id::text || ': on hand ' || item.on_hand || ', moved '
                     || coalesce(moved.total, 0)
              from stock_item item
              left join (select product_id, sum(quantity) as total
                         from stock_movement group by product_id) moved using (product_id)
              where item.on_hand <> coalesce(moved.total, 0)
              """),
          new SqlCheck(
              "I2",
              "reserved stock is within stock on hand and is the sum of the live reservations",
              """
              select item.product_id::text || ': reserved ' || item.reserved || ', promised '
                     || coalesce(promised.total, 0) || ', on hand ' || item.on_hand
              from stock_item item
              left join (select product_id, sum(quantity) as total
                         from reservation join reservation_set using (order_id)
                         where status = 'LIVE' group by product_id) promised using (product_id)
              where item.reserved <> coalesce(promised.total, 0)
                 or item.reserved < 0 or item.reserved > item.on_hand
              """));

  private final InventoryDatabase database;

  @Inject
  StockChecks(InventoryDatabase database) {
    this.database = database;
  }

  /** Needs no transaction: each check is one statement. */
  public List<InvariantCheck> run() throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      return List.of(CHECKS.get(0).run(connection), CHECKS.get(1).run(connection));
    }
  }
}
