package org.orderly.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;

/** How a product's row is read for showing it. */
public final class ProductRow {

  /** Of products {@code p} and categories {@code c}. */
  public static final String COLUMNS =
      "p.id, p.sku, p.name, p.description, p.brand, p.price_minor, p.price_currency,"
          + " c.names as categories, p.image_url, p.quantity_scale, p.version";

  public static final String FROM = " from product p left join category c on c.id = p.category_id";

  private ProductRow() {}

  /** The product of a row with {@link #COLUMNS}. */
  public static ProductView view(ResultSet row) throws SQLException {
    return new ProductView(
        id(row),
        row.getString("sku"),
        row.getString("name"),
        row.getString("description"),
        row.getString("brand"),
        price(row),
        categories(row),
        row.getString("image_url"),
        row.getInt("quantity_scale"),
        row.getLong("version"));
  }

  static Offer offer(ResultSet row) throws SQLException {
    return new Offer(
        id(row),
        row.getString("sku"),
        row.getString("name"),
        price(row),
        row.getInt("quantity_scale"),
        owner(row));
  }

  static ProductId id(ResultSet row) throws SQLException {
    return new ProductId(row.getObject("id", UUID.class));
  }

  static @Nullable UserId owner(ResultSet row) throws SQLException {
    UUID owner = row.getObject("owner", UUID.class);
    return owner == null ? null : new UserId(owner);
  }

  private static Money price(ResultSet row) throws SQLException {
    return new Money(row.getLong("price_minor"), Money.currencyOf(row.getString("price_currency")));
  }

  static List<String> categories(ResultSet row) throws SQLException {
    java.sql.Array names = row.getArray("categories");
    return names == null ? List.of() : List.of((String[]) names.getArray());
  }
}
