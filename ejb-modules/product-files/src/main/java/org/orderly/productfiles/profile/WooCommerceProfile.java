package org.orderly.productfiles.profile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orderly.productfiles.product.Cells;
import org.orderly.productfiles.product.FileEntry;
import org.orderly.productfiles.product.ProductFields;
import org.orderly.productfiles.product.ReadOptions;
import org.orderly.productfiles.product.SkippedRow;
import org.orderly.productfiles.value.CategoryText;
import org.orderly.productfiles.value.HtmlText;
import org.orderly.productfiles.value.PriceText;
import org.orderly.productfiles.value.PriceText.Price;
import org.orderly.productfiles.value.SkuText;
import org.orderly.productfiles.value.UnusableValue;

/**
 * The product export of WooCommerce. A product with variants has a row of its own, which is not for
 * sale, and a row for each variant somewhere after it.
 */
final class WooCommerceProfile implements ProductProfile {

  private static final int MAX_ATTRIBUTES = 10;
  private static final String NO_CATEGORY = "Uncategorized";

  private final ReadOptions options;
  private final SalePrice prices;
  private final SaleDates saleDates;
  private final ParentProducts parents = new ParentProducts();

  WooCommerceProfile(ReadOptions options) {
    this.options = options;
    this.prices = new SalePrice(new PriceText(options.decimalMark(), options.currency()));
    this.saleDates = new SaleDates(options.today());
  }

  /** Products without a sku are known by their id, which stays the same in every export. */
  @Override
  public @Nullable String sku(Cells cells) {
    String sku = cells.first("sku");
    String id = cells.first("id");
    return sku != null ? SkuText.of(sku) : id == null ? null : "woo-" + id;
  }

  @Override
  public @Nullable FileEntry read(Cells cells) {
    String type = String.valueOf(cells.text("type")).toLowerCase(Locale.ROOT);
    String sku = sku(cells);
    ParentProduct own = own(cells);
    if (type.contains("variable")) {
      remember(cells, sku, own);
      return null;
    }
    if (type.contains("grouped") || type.contains("external")) {
      return new SkippedRow(
          cells.place(), sku, "is a " + type.strip() + " product, which is not sold by itself");
    }
    ParentProduct shared = type.contains("variation") ? parent(cells) : null;
    ProductFields fields =
        new ProductFields(cells, options.decimalMark())
            .sku(sku)
            .name(name(cells, own, shared))
            .description(either(own.description(), shared == null ? null : shared.description()))
            .brand(either(own.brand(), shared == null ? null : shared.brand()))
            .categories(
                own.categories().isEmpty() && shared != null
                    ? shared.categories()
                    : own.categories())
            .images(own.images().isEmpty() && shared != null ? shared.images() : own.images())
            .lowStockThreshold(cells.value("lowstockamount"));
    fields.stock(stock(cells, fields));
    if (!own.onSale() || shared != null && !shared.onSale()) {
      prices(cells);
      return new SkippedRow(cells.place(), sku, OnSale.DRAFT);
    }
    if (cells.text("sku") == null) {
      cells.remark("products without a sku get woo- and their ID for one");
    }
    return fields.priced(price(cells));
  }

  private ParentProduct own(Cells cells) {
    String description = html(cells.text("description"));
    String brief = html(cells.text("shortdescription"));
    if (description != null && brief != null) {
      cells.remark("the short description is left out where there is a long one");
    }
    List<String> images = PlainProfile.addresses(or(cells.first("images"), ""));
    return new ParentProduct(
        html(cells.text("name")),
        isOnSale(cells),
        description == null ? brief : description,
        html(cells.text("brands", "brand")),
        category(cells),
        images);
  }

  private void remember(Cells cells, @Nullable String sku, ParentProduct own) {
    cells.remark(VariantName.SAID);
    prices(cells);
    cells.value("stock", "instock?", "lowstockamount");
    for (int i = 1; i <= MAX_ATTRIBUTES; i++) {
      cells.first("attribute" + i + "value(s)");
      cells.first("attribute" + i + "name");
    }
    if (sku != null) {
      parents.put(sku, own);
    }
    String id = cells.text("id");
    if (id != null) {
      parents.put("id:" + id, own);
    }
  }

  private ParentProduct parent(Cells cells) {
    String key = cells.text("parent");
    ParentProduct parent = key == null ? null : parents.get(SkuText.of(key));
    if (parent == null) {
      throw new UnusableValue(
          "is a variant of "
              + (key == null ? "no product" : UnusableValue.excerpt(key))
              + ", whose own row must stand before it");
    }
    return parent;
  }

  private static String name(Cells cells, ParentProduct own, @Nullable ParentProduct parent) {
    List<String> variant = new ArrayList<>();
    for (int i = 1; i <= MAX_ATTRIBUTES; i++) {
      String value = html(cells.text("attribute" + i + "value(s)"));
      String attribute = html(cells.text("attribute" + i + "name"));
      if (value != null && attribute != null && parent == null) {
        cells.remark("attributes of products without variants are left out");
      } else if (value != null) {
        variant.add(value);
      }
    }
    String name = either(own.name(), parent == null ? null : parent.name());
    return parent == null || name == null ? or(name, "") : VariantName.of(name, variant);
  }

  private static boolean isOnSale(Cells cells) {
    String published = cells.text("published");
    String visibility = cells.text("visibilityincatalog");
    return (published == null || OnSale.of(published).orElse(false))
        && !"hidden".equalsIgnoreCase(visibility);
  }

  private static List<String> category(Cells cells) {
    List<String> paths = CategoryText.several(or(html(cells.text("categories")), ""));
    if (paths.size() > 1) {
      cells.remark("only the first of several categories is used");
    }
    return paths.isEmpty() || paths.get(0).equals(NO_CATEGORY)
        ? List.of()
        : CategoryText.tree(paths.get(0));
  }

  private static @Nullable BigDecimal stock(Cells cells, ProductFields fields) {
    String there = cells.text("instock?");
    BigDecimal stock = fields.number("stock", cells.value("stock"));
    if (stock == null && there != null) {
      if (there.equals("0")) {
        return BigDecimal.ZERO;
      }
      cells.remark("in stock, but not how much; new products get the initial stock");
    }
    return stock;
  }

  private Price price(Cells cells) {
    String regular = cells.text("regularprice");
    String sale = cells.text("saleprice");
    String from = cells.text("datesalepricestarts");
    String to = cells.text("datesalepriceends");
    boolean counts = sale != null && saleDates.includeToday(from, to, cells);
    return prices.lower(regular, counts ? sale : null, cells);
  }

  /** Prices that are not used are not ignored either. */
  private static void prices(Cells cells) {
    cells.first("regularprice", "saleprice", "datesalepricestarts", "datesalepriceends", "parent");
  }

  /** Line breaks are written as backslash and n. */
  private static @Nullable String html(@Nullable String text) {
    return text == null ? null : HtmlText.withBreaks(text.replace("\\n", "\n"));
  }

  private static @Nullable String either(@Nullable String text, @Nullable String otherwise) {
    return text == null ? otherwise : text;
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
