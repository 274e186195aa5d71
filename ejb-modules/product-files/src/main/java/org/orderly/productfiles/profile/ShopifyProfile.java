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
import org.orderly.productfiles.value.UnusableValue;

/**
 * The product export of Shopify, with the column names of before and after 2025. The first row of a
 * handle has the product and its first variant; rows of the same handle after it have further
 * variants or pictures.
 */
final class ShopifyProfile implements ProductProfile {

  private static final String[] PRICE = {"variantprice", "price"};
  private static final String[] SKU = {"variantsku", "sku"};
  private static final String[] HANDLE = {"handle", "urlhandle"};
  private static final String[] QUANTITY = {"variantinventoryqty", "inventoryquantity"};
  private static final String[] COMPARED = {"variantcompareatprice", "compareatprice"};

  /** What a product without variants has for its only one. */
  private static final String ONLY = "default title";

  private final ReadOptions options;
  private final PriceText prices;
  private @Nullable String handle;
  private @Nullable ParentProduct product;

  ShopifyProfile(ReadOptions options) {
    this.options = options;
    this.prices = new PriceText(options.decimalMark(), options.currency());
  }

  /** A variant without a sku is known by the handle of its product and by its options. */
  @Override
  public @Nullable String sku(Cells cells) {
    String sku = cells.first(SKU);
    String ofRow = cells.first(HANDLE);
    if (sku != null || ofRow == null) {
      return unquoted(sku);
    }
    List<String> parts = new ArrayList<>(List.of(ofRow));
    variant(cells).forEach(option -> parts.add(option.toLowerCase(Locale.ROOT)));
    return String.join("-", parts).replaceAll("[\\p{Z}\\s]+", "-");
  }

  @Override
  public @Nullable FileEntry read(Cells cells) {
    ParentProduct own = product(cells);
    String sku = sku(cells);
    List<String> variant = variant(cells);
    String price = cells.text(PRICE);
    if (price == null && cells.text("title") == null && variant.isEmpty()) {
      if (cells.first("imagesrc", "productimageurl") != null) {
        cells.remark("only the first of several pictures is used");
      }
      return null;
    }
    if ("true".equalsIgnoreCase(cells.text("giftcard"))) {
      return new SkippedRow(cells.place(), sku, "is a gift card, which is not imported");
    }
    ProductFields fields =
        new ProductFields(cells, options.decimalMark())
            .sku(sku)
            .name(own.name() == null ? null : VariantName.of(own.name(), variant))
            .description(own.description())
            .brand(own.brand())
            .categories(own.categories())
            .images(images(cells, own));
    fields.stock(stock(cells, fields));
    if (!own.onSale()) {
      cells.first(COMPARED);
      return new SkippedRow(cells.place(), sku, OnSale.DRAFT);
    }
    if (!variant.isEmpty()) {
      cells.remark(VariantName.SAID);
    }
    if (cells.text(SKU) == null) {
      cells.remark("variants without a sku get their handle and options for one");
    }
    if (cells.first(COMPARED) != null) {
      cells.remark("the price is kept, the price to compare it with is not");
    }
    if (price == null) {
      throw new UnusableValue("price is missing");
    }
    return fields.priced(prices.read(price, null));
  }

  /** What this row says of its product, or the row that the product began with. */
  private ParentProduct product(Cells cells) {
    String ofRow = cells.text(HANDLE);
    if (ofRow == null) {
      throw new UnusableValue("handle is missing");
    }
    if (cells.text("title") != null) {
      handle = ofRow;
      product = first(cells);
    }
    if (product == null || !ofRow.equals(handle)) {
      throw new UnusableValue(
          "belongs to the product "
              + UnusableValue.excerpt(ofRow)
              + ", whose row with the title must stand right before it");
    }
    return product;
  }

  private static ParentProduct first(Cells cells) {
    String type = cells.text("type", "customproducttype");
    String category =
        cells.text("productcategory", "standardizedproducttype", "standardproducttype");
    List<String> categories =
        category != null ? CategoryText.tree(category) : type == null ? List.of() : List.of(type);
    String body = cells.text("body(html)", "body", "description");
    return new ParentProduct(
        cells.text("title"),
        isOnSale(cells),
        body == null ? null : HtmlText.of(body),
        cells.text("vendor"),
        categories,
        image(cells));
  }

  private static boolean isOnSale(Cells cells) {
    String status = cells.text("status");
    String published = cells.text("published", "publishedononlinestore");
    return (status == null || OnSale.of(status).orElse(false))
        && (published == null || OnSale.of(published).orElse(false));
  }

  private static List<String> image(Cells cells) {
    String image = cells.first("imagesrc", "productimageurl");
    return image == null ? List.of() : List.of(image);
  }

  private static List<String> images(Cells cells, ParentProduct own) {
    String ofVariant = cells.first("variantimage", "variantimageurl");
    if (ofVariant != null) {
      return List.of(ofVariant);
    }
    return own.images();
  }

  private static List<String> variant(Cells cells) {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      String value = cells.first("option" + i + "value");
      cells.first("option" + i + "name");
      if (value != null && !value.equalsIgnoreCase(ONLY)) {
        values.add(value);
      }
    }
    return values;
  }

  private static @Nullable BigDecimal stock(Cells cells, ProductFields fields) {
    cells.first("variantinventorytracker", "inventorytracker");
    BigDecimal stock = fields.number("stock", cells.value(QUANTITY));
    if (stock == null) {
      cells.remark("no stock is given; new products get the initial stock");
    }
    return stock;
  }

  /** Spreadsheets are kept from calculating with a sign before the sku. */
  private static @Nullable String unquoted(@Nullable String sku) {
    return sku != null && sku.startsWith("'") ? sku.substring(1) : sku;
  }
}
