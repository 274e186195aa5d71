package org.orderly.productfiles.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderly.productfiles.value.DecimalMark;
import org.orderly.productfiles.value.MendedText;
import org.orderly.productfiles.value.NumberText;
import org.orderly.productfiles.value.PriceText.Price;
import org.orderly.productfiles.value.SkuText;
import org.orderly.productfiles.value.UnusableValue;

/** Collects the fields of one product. */
public final class ProductFields {

  private static final Pattern WEB = Pattern.compile("(?i)https?://.*|/.*");

  private final Cells cells;
  private final DecimalMark mark;
  private @Nullable String sku;
  private @Nullable String name;
  private @Nullable String description;
  private @Nullable String brand;
  private List<String> categories = List.of();
  private @Nullable String imageUrl;
  private @Nullable BigDecimal quantityScale;
  private @Nullable BigDecimal stock;
  private @Nullable BigDecimal initialStock;
  private @Nullable BigDecimal lowStockThreshold;

  public ProductFields(Cells cells, DecimalMark mark) {
    this.cells = cells;
    this.mark = mark;
  }

  public ProductFields sku(@Nullable String text) {
    sku = text == null ? null : SkuText.of(text);
    return this;
  }

  public ProductFields name(@Nullable String text) {
    name = line(text);
    return this;
  }

  public ProductFields description(@Nullable String text) {
    description = text == null ? null : MendedText.of(text);
    return this;
  }

  public ProductFields brand(@Nullable String text) {
    brand = line(text);
    return this;
  }

  public ProductFields categories(List<String> path) {
    categories = path.stream().map(MendedText::line).toList();
    return this;
  }

  /** A product here has one picture; of several addresses the first is used. */
  public ProductFields images(List<String> addresses) {
    List<String> usable = new ArrayList<>();
    for (String address : addresses) {
      if (WEB.matcher(address).matches()) {
        usable.add(address);
      } else {
        cells.remark("pictures that are no web addresses are left out");
      }
    }
    if (usable.size() > 1) {
      cells.remark("only the first of several pictures is used");
    }
    imageUrl = usable.isEmpty() ? null : usable.get(0);
    return this;
  }

  public ProductFields quantityScale(@Nullable JsonNode number) {
    quantityScale = number("quantityScale", number);
    return this;
  }

  public ProductFields stock(@Nullable BigDecimal number) {
    stock = number;
    if (number != null && number.signum() < 0) {
      cells.remark("stock below zero is taken for none");
      stock = BigDecimal.ZERO;
    }
    return this;
  }

  public ProductFields initialStock(@Nullable JsonNode number) {
    initialStock = number("initialStock", number);
    return this;
  }

  public ProductFields lowStockThreshold(@Nullable JsonNode number) {
    lowStockThreshold = number("lowStockThreshold", number);
    return this;
  }

  /** A number of the file; {@code null} if there is none. */
  public @Nullable BigDecimal number(String field, @Nullable JsonNode value) {
    if (value == null) {
      return null;
    }
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      if (number.precision() - (long) number.scale() > 30 || number.scale() > 30) {
        throw new UnusableValue(
            field + " is not a number: " + UnusableValue.excerpt(value.asText()));
      }
      return number;
    }
    if (!value.isTextual()) {
      throw new UnusableValue(field + " is not a number");
    }
    return value.asText().isBlank() ? null : NumberText.of(field, value.asText(), mark);
  }

  public FileProduct priced(Price price) {
    return new FileProduct(
        cells.place(),
        sku,
        name,
        description,
        brand,
        price,
        categories,
        imageUrl,
        quantityScale,
        stock,
        initialStock,
        lowStockThreshold);
  }

  private static @Nullable String line(@Nullable String text) {
    return text == null ? null : MendedText.line(text);
  }
}
