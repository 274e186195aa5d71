package org.orderly.server.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Turns a row of a file into a product as the API takes it. */
final class ProductReader {

  static final List<String> FIELDS =
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
          "initialStock",
          "lowStockThreshold");

  private static final List<String> NUMBERS =
      List.of("quantityScale", "initialStock", "lowStockThreshold");

  /** Other names that files use, tried in order when our own is not there. */
  private static final Map<String, List<String>> ALIASES =
      Map.of(
          "name", List.of("title"),
          "categories", List.of("category"),
          "imageUrl", List.of("image", "image_url", "imageURL"),
          "initialStock", List.of("stock"));

  private final ImportOptions options;

  ProductReader(ImportOptions options) {
    this.options = options;
  }

  /**
   * @throws UnusableRow if a value cannot be what its field is
   */
  ObjectNode read(ObjectNode row) {
    ObjectNode product = JsonText.MAPPER.createObjectNode();
    for (String text : List.of("sku", "name", "description", "brand", "imageUrl")) {
      JsonNode value = value(row, text);
      if (value != null) {
        String plain = text(text, value);
        product.put(
            text, text.equals("description") ? MendedText.of(plain) : MendedText.line(plain));
      }
    }
    product.set("price", price(row));
    JsonNode categories = value(row, "categories");
    if (categories != null) {
      product.set("categories", categories(categories));
    }
    for (String number : NUMBERS) {
      JsonNode value = value(row, number);
      if (value != null) {
        product.set(number, number(number, value));
      }
    }
    if (!product.has("initialStock")) {
      product.put("initialStock", options.initialStock());
    }
    return product;
  }

  /** The row's sku as it stands there; {@code null} if it has none. */
  String sku(ObjectNode row) {
    JsonNode sku = value(row, "sku");
    return sku == null ? null : sku.asText();
  }

  private JsonNode value(ObjectNode row, String field) {
    String told = options.fields().get(field);
    if (told != null) {
      return present(row.get(told));
    }
    JsonNode own = present(row.get(field));
    if (own != null) {
      return own;
    }
    return ALIASES.getOrDefault(field, List.of()).stream()
        .map(alias -> present(row.get(alias)))
        .filter(value -> value != null)
        .findFirst()
        .orElse(null);
  }

  private static JsonNode present(JsonNode value) {
    return value == null || value.isNull() ? null : value;
  }

  private ObjectNode price(ObjectNode row) {
    JsonNode price = value(row, "price");
    if (price == null) {
      throw new UnusableRow("price is missing");
    }
    if (price instanceof ObjectNode complete) {
      return complete;
    }
    JsonNode currency = value(row, "currency");
    return JsonText.MAPPER
        .createObjectNode()
        .put("amount", decimal("price", price).toPlainString())
        .put("currency", currency == null ? options.currency() : text("currency", currency));
  }

  private static ArrayNode categories(JsonNode value) {
    if (value instanceof ArrayNode path) {
      return path;
    }
    ArrayNode path = JsonText.MAPPER.createArrayNode();
    String text = text("categories", value);
    String separator = text.contains(">") ? ">" : text.contains("|") ? "\\|" : "/";
    Arrays.stream(text.split(separator))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .forEach(path::add);
    return path;
  }

  private static JsonNode number(String field, JsonNode value) {
    return value.isNumber() ? value : DecimalNode.valueOf(decimal(field, value));
  }

  private static BigDecimal decimal(String field, JsonNode value) {
    try {
      BigDecimal number = new BigDecimal(value.asText().strip());
      if (number.precision() - (long) number.scale() <= 30 && number.scale() <= 30) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, like a number that is beyond every use
    }
    throw new UnusableRow(field + " is not a number: " + excerpt(value.asText()));
  }

  private static String text(String field, JsonNode value) {
    if (!value.isValueNode()) {
      throw new UnusableRow(field + " is not a text");
    }
    return value.asText();
  }

  private static String excerpt(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }

  /** A row with a value that cannot be what its field is. */
  static final class UnusableRow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableRow(String message) {
      super(message);
    }
  }
}
