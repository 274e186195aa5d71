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
import org.orderly.productfiles.value.CategoryText;
import org.orderly.productfiles.value.HtmlText;
import org.orderly.productfiles.value.PriceText;
import org.orderly.productfiles.value.PriceText.Price;
import org.orderly.productfiles.value.SkuText;

/** A product feed for Google Merchant Center, as text. One row is one variant. */
final class GoogleMerchantProfile implements ProductProfile {

  private static final List<String> OPTIONS = List.of("color", "size", "material", "pattern");

  private final ReadOptions options;
  private final SalePrice prices;
  private final SaleDates saleDates;

  GoogleMerchantProfile(ReadOptions options) {
    this.options = options;
    this.prices = new SalePrice(new PriceText(options.decimalMark(), options.currency()));
    this.saleDates = new SaleDates(options.today());
  }

  @Override
  public @Nullable String sku(Cells cells) {
    String id = cells.first("id");
    return id == null ? null : SkuText.of(id);
  }

  @Override
  public FileEntry read(Cells cells) {
    cells.first("link");
    ProductFields fields =
        new ProductFields(cells, options.decimalMark())
            .sku(sku(cells))
            .name(name(cells))
            .description(html(cells.text("description")))
            .brand(cells.text("brand"))
            .categories(categories(cells))
            .images(images(cells));
    return fields.stock(stock(cells, fields)).priced(price(cells));
  }

  private static @Nullable String name(Cells cells) {
    String title = html(cells.text("title"));
    if (cells.text("itemgroupid") == null || title == null) {
      return title;
    }
    cells.remark(VariantName.SAID);
    List<String> values = new ArrayList<>();
    for (String option : OPTIONS) {
      String value = cells.text(option);
      if (value != null) {
        values.add(value);
      }
    }
    return VariantName.of(title, values);
  }

  private static List<String> categories(Cells cells) {
    String own = cells.first("producttype");
    String path = own == null ? cells.first("googleproductcategory") : own;
    if (path == null) {
      return List.of();
    }
    if (path.chars().allMatch(Character::isDigit)) {
      cells.remark("a category that is a number of Google's has no name here");
      return List.of();
    }
    String one = own == null ? path : CategoryText.several(path).get(0);
    return CategoryText.tree(String.valueOf(html(one)));
  }

  private static List<String> images(Cells cells) {
    List<String> images = new ArrayList<>();
    for (String column : List.of("imagelink", "additionalimagelink")) {
      String addresses = cells.first(column);
      if (addresses != null) {
        images.addAll(PlainProfile.addresses(addresses));
      }
    }
    return images;
  }

  private static @Nullable BigDecimal stock(Cells cells, ProductFields fields) {
    String availability = cells.text("availability");
    BigDecimal quantity = fields.number("stock", cells.value("quantity", "inventory"));
    if (availability != null && !availability.toLowerCase(Locale.ROOT).matches("in.?stock")) {
      return BigDecimal.ZERO;
    }
    if (quantity == null) {
      cells.remark("in stock, but not how much; new products get the initial stock");
    }
    return quantity;
  }

  private Price price(Cells cells) {
    String regular = cells.text("price");
    String sale = cells.text("saleprice");
    String period = cells.text("salepriceeffectivedate");
    boolean counts = sale != null && counts(period, cells);
    return prices.lower(regular, counts ? sale : null, cells);
  }

  /** Two times with a slash between them. */
  private boolean counts(@Nullable String period, Cells cells) {
    if (period == null) {
      return true;
    }
    String[] ends = period.split("/", 2);
    return saleDates.includeToday(ends[0], ends.length > 1 ? ends[1] : null, cells);
  }

  private static @Nullable String html(@Nullable String text) {
    return text == null ? null : HtmlText.of(text);
  }
}
