package org.orderly.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.CatalogQueries;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

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

  private final DomainDatabase database;
  private final CatalogQueries catalogQueries;

  @Inject
  BestsellerQueries(
      @Domain(OrderingDatabase.NAME) DomainDatabase database, CatalogQueries catalogQueries) {
    this.database = database;
    this.catalogQueries = catalogQueries;
  }

  /**
   * The products with the highest revenue.
   *
   * @param currency {@code null} for each that there is; amounts are then compared as numbers
   */
  public List<ProductSales> products(Period period, @Nullable Currency currency, Limit limit) {
    return database.list(
        BestsellerQueries::sales, TOP, parameters(period, currency, limit.value()));
  }

  private static ProductSales sales(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new ProductSales(
        new ProductId(row.getObject("product_id", UUID.class)),
        row.getString("sku"),
        row.getString("name"),
        new Money(row.getLong("revenue"), currency),
        SalesFigures.plain(row.getBigDecimal("units")),
        row.getLong("orders"));
  }

  /** The categories with the highest revenue; the catalogue tells which product is in which. */
  public List<CategorySales> categories(Period period, @Nullable Currency currency, Limit limit) {
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

  private Map<ProductId, List<Sold>> sold(Period period, @Nullable Currency currency) {
    Map<ProductId, List<Sold>> sold = new HashMap<>();
    database
        .list(BestsellerQueries::sold, SOLD, parameters(period, currency))
        .forEach(
            one ->
                sold.computeIfAbsent(one.getKey(), unknown -> new ArrayList<>())
                    .add(one.getValue()));
    return sold;
  }

  private static Map.Entry<ProductId, Sold> sold(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return Map.entry(
        new ProductId(row.getObject("product_id", UUID.class)),
        new Sold(
            new Money(row.getLong("revenue"), currency),
            row.getBigDecimal("units"),
            row.getLong("orders")));
  }

  private static Object[] parameters(Period period, @Nullable Currency currency, Object... more) {
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
