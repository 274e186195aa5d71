package org.orderly.inventory.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.inventory.InventoryDatabase;
import org.orderly.inventory.StockLocationId;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/**
 * Reads the history of a product's stock.
 *
 * <p>A reservation that nobody has changed, shipped or released has no movement yet: its row is
 * read as the movement that it will get, with the time at which it was made.
 */
@ApplicationScoped
public class StockHistoryQueries {

  /**
   * A reservation's place in the list does not depend on whether it has a movement: its number in
   * the table, which is zero without one, comes last.
   */
  private static final String ORDER = "occurred_at desc, ref desc, location_id desc, id desc";

  private static final String PAGE =
      """
      select h.* from (
        (select o.* from (
           select occurred_at, coalesce(reference, '00000000-0000-0000-0000-000000000000') as ref,
                  location_id, m.id, kind, quantity, reserved_change, reason, actor, reference, l.code
           from stock_movement m join stock_location l on l.id = m.location_id
           where product_id = ?) o
         where true %1$s order by %2$s limit %3$d)
        union all
        (select o.* from (
           select s.reserved_at as occurred_at, r.order_id as ref, r.location_id, 0 as id,
                  text 'RESERVATION' as kind, 0 as quantity, r.quantity as reserved_change,
                  text 'ordered' as reason, null::text as actor, r.order_id as reference, l.code
           from reservation r join reservation_set s using (order_id)
           join stock_location l on l.id = r.location_id
           where r.product_id = ? and r.quantity > r.fulfilled + r.released and not r.recorded) o
         where true %1$s order by %2$s limit %3$d)) h
      order by %2$s limit %3$d""";

  private static final String BEFORE =
      """
      select moved.on_hand, moved.reserved + own.reserved as reserved from
        (select coalesce(sum(quantity), 0) as on_hand,
                coalesce(sum(reserved_change), 0) as reserved
         from stock_movement where product_id = ? and location_id = ? and occurred_at < ?) moved,
        (select coalesce(sum(r.quantity), 0) as reserved
         from reservation r join reservation_set s using (order_id)
         where r.product_id = ? and r.location_id = ? and r.quantity > r.fulfilled + r.released
           and not r.recorded and s.reserved_at < ?) own""";

  private final DomainDatabase database;

  @Inject
  StockHistoryQueries(@Domain(InventoryDatabase.DOMAIN) DomainDatabase database) {
    this.database = database;
  }

  /** How much there was, and how much of it was reserved. */
  public record StockThen(Quantity onHand, Quantity reserved) {}

  /**
   * A page of a product's movements at all locations, newest first.
   *
   * @param cursor where the page begins, from the page before; {@code null} for the first
   * @throws InvalidValue if the cursor is not from such a list
   */
  public Page<MovementView> page(
      ProductId product, MovementFilter filter, Limit limit, @Nullable String cursor) {
    MovementConditions conditions = new MovementConditions(filter, MovementPosition.of(cursor));
    String sql = PAGE.formatted(conditions.sql(), ORDER, limit.withLookahead());
    List<MovementRow> found =
        database.list(MovementRow::of, sql, conditions.values(product.value()));
    List<MovementRow> shown = found.subList(0, Math.min(found.size(), limit.value()));
    String next =
        found.size() > limit.value() ? shown.get(shown.size() - 1).position().cursor() : null;
    return new Page<>(shown.stream().map(row -> row.view(product)).toList(), next);
  }

  /** How much there was of a product before a moment: the sum of its movements until then. */
  public StockThen before(ProductId product, Instant moment) {
    int location = StockLocationId.MAIN.value();
    OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
    return database.one(
        row ->
            new StockThen(
                new Quantity(row.getBigDecimal("on_hand")),
                new Quantity(row.getBigDecimal("reserved"))),
        BEFORE,
        product.value(),
        location,
        at,
        product.value(),
        location,
        at);
  }
}
