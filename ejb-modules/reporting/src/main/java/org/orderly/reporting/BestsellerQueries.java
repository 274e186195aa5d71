package org.orderly.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.catalog.CatalogQueries;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Reads from the summaries what is sold best: products, and the categories that they are in. */
@ApplicationScoped
public class BestsellerQueries {

  private static final String SOLD =
      """
      select product_id, currency, sum(orders) as orders, sum(revenue) as revenue,
        sum(units) as units
      from sales_of_product where bucket >= ? and bucket < ? and (? = '' or currency = ?)
      group by product_id, currency having sum(orders) > 0""";

  private static final String TOP =
      """
      select t.*, n.sku, n.name
      from (%s order by revenue desc, units desc, product_id limit ?) t
      cross join lateral (
        select sku, name from order_line l where l.product_id = t.product_id
        order by order_id desc limit 1) n
      order by t.revenue desc, t.units desc, t.product_id"""
          .formatted(SOLD);

  private final OrderingDatabase database;
  private final CatalogQueries catalogQueries;

  @Inject
  BestsellerQueries(OrderingDatabase database, CatalogQueries catalogQueries) {
    this.database = database;
    this.catalogQueries = catalogQueries;
  }

  /**
   * The products with the highest revenue.
   *
   * @param currency {@code null} for each that there is; amounts are then compared as numbers
   */
  public List<ProductSales> products(Period period, Currency currency, Limit limit) {
    List<ProductSales> found = new ArrayList<>();
    SqlBatch trip =
        new SqlBatch()
            .query(
                row -> {
                  while (row.next()) {
                    Currency in = Currency.getInstance(row.getString("currency"));
                    found.add(
                        new ProductSales(
                            new ProductId(row.getObject("product_id", UUID.class)),
                            row.getString("sku"),
                            row.getString("name"),
                            new Money(row.getLong("revenue"), in),
                            SalesFigures.plain(row.getBigDecimal("units")),
                            row.getLong("orders")));
                  }
                },
                TOP,
                parameters(period, currency, limit.value()));
    database.run(trip);
    return found;
  }

  /** The categories with the highest revenue; the catalogue tells which product is in which. */
  public List<CategorySales> categories(Period period, Currency currency, Limit limit) {
    Map<ProductId, List<Sold>> sold = sold(period, currency);
    Map<ProductId, List<String>> categories = catalogQueries.categoriesOf(sold.keySet());
    Map<List<String>, Map<Currency, Sold>> sums = new HashMap<>();
    sold.forEach(
        (product, amounts) ->
            amounts.forEach(
                one ->
                    sums.computeIfAbsent(
                            categories.getOrDefault(product, List.of()), unknown -> new HashMap<>())
                        .merge(one.revenue().currency(), one, Sold::plus)));
    List<CategorySales> found = new ArrayList<>();
    sums.forEach(
        (category, amounts) -> amounts.values().forEach(one -> found.add(one.in(category))));
    Comparator<CategorySales> best =
        Comparator.comparing((CategorySales one) -> one.revenue().minorUnits()).reversed();
    return found.stream()
        .sorted(best.thenComparing(one -> one.category().toString()))
        .limit(limit.value())
        .toList();
  }

  private record Sold(Money revenue, BigDecimal units, long lines) {

    Sold plus(Sold other) {
      return new Sold(revenue.plus(other.revenue), units.add(other.units), lines + other.lines);
    }

    CategorySales in(List<String> category) {
      return new CategorySales(category, revenue, SalesFigures.plain(units), lines);
    }
  }

  private Map<ProductId, List<Sold>> sold(Period period, Currency currency) {
    Map<ProductId, List<Sold>> sold = new HashMap<>();
    SqlBatch trip =
        new SqlBatch()
            .query(
                row -> {
                  while (row.next()) {
                    Currency in = Currency.getInstance(row.getString("currency"));
                    sold.computeIfAbsent(
                            new ProductId(row.getObject("product_id", UUID.class)),
                            unknown -> new ArrayList<>())
                        .add(
                            new Sold(
                                new Money(row.getLong("revenue"), in),
                                row.getBigDecimal("units"),
                                row.getLong("orders")));
                  }
                },
                SOLD,
                parameters(period, currency));
    database.run(trip);
    return sold;
  }

  private static Object[] parameters(Period period, Currency currency, Object... more) {
    String code = currency == null ? "" : currency.getCurrencyCode();
    List<Object> parameters =
        new ArrayList<>(
            List.of(
                SalesQueries.at(period.start(period.from())),
                SalesQueries.at(period.start(period.to())),
                code,
                code));
    parameters.addAll(List.of(more));
    return parameters.toArray();
  }
}
