package org.orderly.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.ProductId;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/**
 * Reads how popular products are: the number of orders of the last 90 days that they are in.
 *
 * <p>Orders that were cancelled do not count, nor do those whose goods have come back: neither a
 * seller nor a friend lifts a product for nothing. Units do not count, so that neither large
 * quantities nor small prices do.
 */
@ApplicationScoped
class PopularityQueries {

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

  private final DomainDatabase database;

  @Inject
  PopularityQueries(@Domain(OrderingDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /** Of every product that was sold and kept. */
  Map<ProductId, Integer> all() {
    Map<ProductId, Integer> popularity = new HashMap<>();
    database
        .list(
            row ->
                Map.entry(
                    new ProductId(row.getObject("product_id", UUID.class)),
                    row.getInt("popularity")),
            COMPUTED)
        .forEach(product -> popularity.put(product.getKey(), product.getValue()));
    return popularity;
  }
}
