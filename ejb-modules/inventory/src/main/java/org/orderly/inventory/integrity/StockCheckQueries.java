package org.orderly.inventory.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.orderly.inventory.InventoryDatabase;
import org.orderly.platform.integrity.IntegrityCheck;
import org.orderly.platform.integrity.KeyRangeQueries;
import org.orderly.platform.integrity.RangeCheck;
import org.orderly.platform.integrity.TableCheck;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/**
 * Checks I1 and I2 on the inventory database, by product: the stock rows are what the movements add
 * up to, and what the live reservations do. Sums are looked up for each product: the planner
 * misjudges ranges of UUIDs.
 */
@ApplicationScoped
public class StockCheckQueries {

  private static final RangeCheck ON_HAND =
      new RangeCheck(
          "I1",
          """
          select item.product_id, item.product_id || ' at location ' || item.location_id
                 || ': on hand ' || item.on_hand || ', moved '
                 || coalesce(moved.total, 0)
          from stock_item item
          cross join lateral (
            select sum(quantity) as total from stock_movement
            where product_id = item.product_id and location_id = item.location_id) moved
          where item.product_id > :above and item.product_id <= :upto
            and item.on_hand <> coalesce(moved.total, 0)
          """);

  /** Only live promises are read, of which there is an index. */
  private static final RangeCheck RESERVED =
      new RangeCheck(
          "I2",
          """
          select item.product_id, item.product_id || ' at location ' || item.location_id
                 || ': reserved ' || item.reserved
                 || ', promised ' || coalesce(live.total, 0) || ', on hand ' || item.on_hand
          from stock_item item
          cross join lateral (
            select sum(quantity - fulfilled - released) as total from reservation
            where product_id = item.product_id and location_id = item.location_id
              and quantity > fulfilled + released) live
          where item.product_id > :above and item.product_id <= :upto
            and (item.reserved <> coalesce(live.total, 0)
                 or item.reserved < 0 or item.reserved > item.on_hand)
          """);

  /**
   * A reservation without a movement counts as its own record, which it stays only while all of it
   * is live.
   */
  private static final RangeCheck RECORDED =
      new RangeCheck(
          "I2",
          """
          select item.product_id, item.product_id || ' at location ' || item.location_id
                 || ': reserved ' || item.reserved || ', by movements '
                 || coalesce(moved.total, 0) + coalesce(own.total, 0)
          from stock_item item
          cross join lateral (
            select sum(reserved_change) as total from stock_movement
            where product_id = item.product_id and location_id = item.location_id) moved
          cross join lateral (
            select sum(quantity - fulfilled - released) as total from reservation
            where product_id = item.product_id and location_id = item.location_id
              and quantity > fulfilled + released and not recorded) own
          where item.product_id > :above and item.product_id <= :upto
            and item.reserved <> coalesce(moved.total, 0) + coalesce(own.total, 0)
          """);

  /** Goods in transit have left one location and come to none; later they are all somewhere. */
  private static final RangeCheck TRANSFERS =
      new RangeCheck(
          "I1",
          """
          select t.id, 'transfer ' || t.id || ' is ' || t.status || ': ' || item.product_id
                 || ' sent ' || item.quantity || ', moved ' || coalesce(moved.total, 0)
          from stock_transfer t
          join stock_transfer_item item on item.transfer_id = t.id
          cross join lateral (
            select sum(quantity) as total from stock_movement m
            where m.kind = 'TRANSFER' and m.reference = t.id
              and m.product_id = item.product_id) moved
          where t.id > :above and t.id <= :upto
            and coalesce(moved.total, 0)
                <> case t.status when 'IN_TRANSIT' then -item.quantity else 0 end
          """);

  private static final KeyRangeQueries TRANSFER_IDS =
      new KeyRangeQueries(KeyRangeQueries.Kind.UUID, "id", "stock_transfer", false);

  private static final KeyRangeQueries PRODUCTS =
      new KeyRangeQueries(KeyRangeQueries.Kind.UUID, "product_id", "stock_item", false);

  private final DomainDatabase database;

  @Inject
  StockCheckQueries(@Domain(InventoryDatabase.DOMAIN) DomainDatabase database) {
    this.database = database;
  }

  public IntegrityCheck transfers() {
    return new TableCheck("transfers", database.dataSource(), TRANSFER_IDS, List.of(TRANSFERS));
  }

  public IntegrityCheck products() {
    return new TableCheck(
        "products", database.dataSource(), PRODUCTS, List.of(ON_HAND, RESERVED, RECORDED));
  }
}
