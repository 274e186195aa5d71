package org.orderly.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.orderly.catalog.ProductRankingRepository;
import org.orderly.kernel.ProductId;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.persistence.AdvisoryLock;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.SqlBatch;

/**
 * Computes how popular products are: the number of orders of the last 90 days that they are in.
 *
 * <p>Orders that were cancelled do not count, nor do those whose goods have come back: neither a
 * seller nor a friend lifts a product for nothing. Units do not count, so that neither large
 * quantities nor small prices do.
 */
@ApplicationScoped
public class Popularity {

  private static final long LOCK = 7305903;

  private static final String COMPUTED =
      """
      with sold as (
        select product_id, sum(orders) as orders from sales_of_product
        where bucket >= now() - interval '90 days' group by product_id),
      back as (
        select r.order_id, i.product_id, sum(i.received) as received
        from order_return r join return_item i on i.return_id = r.id
        where r.requested_at >= now() - interval '90 days'
        group by r.order_id, i.product_id),
      returned as (
        select l.product_id, count(*) as orders
        from back b
        join sales_order_line l on l.order_id = b.order_id and l.product_id = b.product_id
        join sales_order s on s.order_id = l.order_id
        where b.received >= l.units and s.bucket >= now() - interval '90 days'
        group by l.product_id)
      select s.product_id, least(s.orders - coalesce(r.orders, 0), 1000000000) as popularity
      from sold s left join returned r on r.product_id = s.product_id
      where s.orders > coalesce(r.orders, 0)""";

  private final OrderingDatabase database;
  private final ProductRankingRepository ranking;

  @Inject
  Popularity(OrderingDatabase database, ProductRankingRepository ranking) {
    this.database = database;
    this.ranking = ranking;
  }

  /**
   * Ranks all products by what is counted now; idempotent. Call it without a transaction. If
   * another instance is at it, this does nothing.
   *
   * @throws DatabaseUnavailable if the database refuses
   */
  public void compute() {
    try {
      AdvisoryLock.<Integer, RuntimeException>run(
          database.dataSource(), LOCK, connection -> ranking.rank(computed()));
    } catch (SQLException e) {
      throw new DatabaseUnavailable(OrderingDatabase.NAME, e);
    }
  }

  private Map<ProductId, Integer> computed() {
    Map<ProductId, Integer> popularity = new HashMap<>();
    database.run(
        new SqlBatch()
            .query(
                row -> {
                  while (row.next()) {
                    popularity.put(
                        new ProductId(row.getObject("product_id", UUID.class)),
                        row.getInt("popularity"));
                  }
                },
                COMPUTED));
    return popularity;
  }
}
