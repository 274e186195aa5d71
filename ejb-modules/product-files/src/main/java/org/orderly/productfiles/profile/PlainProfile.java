package org.orderly.productfiles.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderly.productfiles.product.Cells;
import org.orderly.productfiles.product.FileEntry;
import org.orderly.productfiles.product.ProductFields;
import org.orderly.productfiles.product.ReadOptions;
import org.orderly.productfiles.product.SkippedRow;
import org.orderly.productfiles.row.ColumnName;
import org.orderly.productfiles.value.CategoryText;
import org.orderly.productfiles.value.PriceText;
import org.orderly.productfiles.value.PriceText.Price;
import org.orderly.productfiles.value.UnusableValue;

/** Files that name their columns as we do, or nearly so. One row is one product. */
public final class PlainProfile implements ProductProfile {

  /** What a file may call otherwise. */
  public static final List<String> FIELDS =
      List.of(
          "sku",
          "name",
          "description",
          "brand",
          "price",
          "currency",
          "categories",
          "imageUrl",
          "quantityScale",
          "stock",
          "initialStock",
          "lowStockThreshold");

  /** Other names that files use, tried in order when our own is not there. */
  private static final Map<String, List<String>> ALIASES =
      Map.of(
          "name", List.of("title"),
          "categories", List.of("category"),
          "imageUrl", List.of("image", "images", "imagelink"));

  private static final String[] NONE = {};
  private static final Pattern BETWEEN_ADDRESSES = Pattern.compile("[\\s,;|]+(?=https?://|/)");

  private final ReadOptions options;
  private final PriceText prices;
  private final Map<String, String[]> keys;

  PlainProfile(ReadOptions options) {
    this.options = options;
    this.prices = new PriceText(options.decimalMark(), options.currency());
    this.keys =
        FIELDS.stream().collect(Collectors.toMap(field -> field, field -> keysOf(field, options)));
  }

  @Override
  public @Nullable String sku(Cells cells) {
    return cells.first(keys("sku"));
  }

  @Override
  public FileEntry read(Cells cells) {
    String sku = cells.text(keys("sku"));
    ProductFields fields =
        new ProductFields(cells, options.decimalMark())
            .sku(sku)
            .name(cells.text(keys("name")))
            .description(cells.text(keys("description")))
            .brand(cells.text(keys("brand")))
            .categories(categories(cells.value(keys("categories"))))
            .images(images(cells))
            .quantityScale(cells.value(keys("quantityScale")))
            .initialStock(cells.value(keys("initialStock")))
            .lowStockThreshold(cells.value(keys("lowStockThreshold")));
    fields.stock(fields.number("stock", cells.value(keys("stock"))));
    Price price = price(cells);
    if (!isOnSale(cells)) {
      return new SkippedRow(cells.place(), sku, OnSale.DRAFT);
    }
    return fields.priced(price);
  }

  private String[] keys(String field) {
    return keys.getOrDefault(field, NONE);
  }

  private static String[] keysOf(String field, ReadOptions options) {
    String given = options.fields().get(field);
    if (given != null) {
      return new String[] {ColumnName.key(given)};
    }
    List<String> keys = new ArrayList<>(List.of(ColumnName.key(field)));
    keys.addAll(ALIASES.getOrDefault(field, List.of()));
    return keys.toArray(String[]::new);
  }

  private Price price(Cells cells) {
    JsonNode value = cells.value(keys("price"));
    String currency = cells.text(keys("currency"));
    if (value instanceof ObjectNode complete) {
      JsonNode own = complete.get("currency");
      return price(complete.get("amount"), own == null || own.isNull() ? currency : own.asText());
    }
    return price(value, currency);
  }

  private Price price(@Nullable JsonNode value, @Nullable String currency) {
    if (value == null || value.isTextual() && value.asText().isBlank()) {
      throw new UnusableValue("price is missing");
    }
    if (value.isNumber()) {
      return prices.exact(value.decimalValue(), currency);
    }
    if (!value.isTextual()) {
      throw new UnusableValue("price is not a number");
    }
    return prices.read(value.asText(), currency);
  }

  private static List<String> categories(@Nullable JsonNode value) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof ArrayNode path) {
      List<String> names = new ArrayList<>();
      for (JsonNode name : path) {
        if (!name.isValueNode()) {
          throw new UnusableValue("categories are not a path of names");
        }
        names.add(name.asText());
      }
      return names;
    }
    if (!value.isValueNode()) {
      throw new UnusableValue("categories are not a path of names");
    }
    return CategoryText.path(value.asText());
  }

  private List<String> images(Cells cells) {
    JsonNode value = cells.firstValue(keys("imageUrl"));
    if (value instanceof ArrayNode several) {
      List<String> addresses = new ArrayList<>();
      several.forEach(address -> addresses.add(address.asText().strip()));
      return addresses;
    }
    if (value != null && !value.isValueNode()) {
      throw new UnusableValue("imageUrl is not a text");
    }
    return value == null ? List.of() : addresses(value.asText());
  }

  /** Addresses may hold commas; those between two addresses have another address after them. */
  static List<String> addresses(String text) {
    return Arrays.stream(BETWEEN_ADDRESSES.split(text))
        .map(String::strip)
        .filter(address -> !address.isEmpty())
        .toList();
  }

  private static boolean isOnSale(Cells cells) {
    boolean onSale = true;
    for (String column : List.of("status", "published")) {
      String word = cells.text(column);
      if (word != null) {
        Optional<Boolean> meaning = OnSale.of(word);
        if (meaning.isEmpty()) {
          cells.remark("a " + column + " that is not known has no effect");
        }
        onSale &= meaning.orElse(true);
      }
    }
    return onSale;
  }
}
