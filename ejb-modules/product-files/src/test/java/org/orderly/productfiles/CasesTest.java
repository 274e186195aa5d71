package org.orderly.productfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderly.productfiles.product.FileProduct;
import org.orderly.productfiles.profile.ProfileName;
import org.orderly.productfiles.value.DecimalMark;

/** Files that practitioners report, each with what it must be read as. */
class CasesTest {

  @Test
  void decimalCommas() {
    List<String> prices = List.of("DC-1 19.99 EUR", "DC-2 1234.56 EUR", "DC-3 0.5 EUR");

    assertThat(Reading.file().with(DecimalMark.COMMA).ofCase("01-decimal-comma.csv").prices())
        .isEqualTo(prices);
    assertThat(Reading.file().ofCase("01-decimal-comma.csv").prices()).isEqualTo(prices);
  }

  @Test
  void thousandsSignsAndCurrenciesBesideAmounts() {
    Reading read = Reading.file().ofCase("02-thousands.csv");

    assertThat(read.prices())
        .containsExactly("TH-1 1299.00 USD", "TH-2 49.50 USD", "TH-3 89.00 EUR", "TH-4 89.00 EUR");
    assertThat(read.refusals()).isEmpty();
  }

  @Test
  void utf16WithAByteOrderMark() {
    Reading read = Reading.file().ofCase("03-utf16le-tab.txt");

    assertThat(read.products())
        .extracting(FileProduct::name)
        .containsExactly("K\u00E4semesser Gr\u00F6\u00DFe 3", "\u5305\u4E01 Santoku");
    assertThat(read.prices()).containsExactly("U16-1 12.50 EUR", "U16-2 89.00 EUR");
    assertThat(read.product("U16-1").stock()).isEqualByComparingTo("7");
  }

  @Test
  void anExportOfWooCommerce() {
    Reading read = Reading.file().ofCase("08-woo-like.csv");

    assertThat(read.profile()).isEqualTo(ProfileName.WOOCOMMERCE);
    assertThat(read.prices()).containsExactly("wl-cap 16 EUR", "wl-tee-blue 20 EUR");
    FileProduct cap = read.product("wl-cap");
    assertThat(cap.name()).isEqualTo("Wool cap");
    assertThat(cap.description()).isEqualTo("A warm cap.\nMade of wool.");
    assertThat(cap.categories()).containsExactly("Clothing", "Caps");
    assertThat(cap.imageUrl()).isEqualTo("https://img.example.org/cap-1.jpg");
    assertThat(cap.stock()).isEqualByComparingTo("12");
    FileProduct tee = read.product("wl-tee-blue");
    assertThat(tee.name()).isEqualTo("Tee - Blue");
    assertThat(tee.description()).isEqualTo("Soft.");
    assertThat(tee.categories()).containsExactly("Clothing", "Tees");
    assertThat(tee.stock()).isEqualByComparingTo("5");
    assertThat(read.skipped()).containsExactly("wl-draft");
    assertThat(read.refusals()).isEmpty();
    assertThat(read.remarks())
        .containsExactlyInAnyOrder(
            "not imported, as products here have no such fields: Weight (kg)",
            "the short description is left out where there is a long one (line 2)",
            "attributes of products without variants are left out (line 2)",
            "only the first of several pictures is used (line 2)",
            "only the first of several categories is used (line 2)",
            "the sale price is the price; the regular price is not kept (line 2)",
            "each variant becomes a product of its own, named with its options (line 3)");
  }

  @Test
  void anExportOfShopify() {
    Reading read = Reading.file().ofCase("09-shopify-like.csv");

    assertThat(read.profile()).isEqualTo(ProfileName.SHOPIFY);
    assertThat(read.prices()).containsExactly("LS-S 60.00 EUR", "LS-M 60.00 EUR", "LS-L 62.00 EUR");
    assertThat(read.products())
        .extracting(FileProduct::name)
        .containsExactly("Linen shirt - S", "Linen shirt - M", "Linen shirt - L");
    assertThat(read.products())
        .allSatisfy(
            shirt -> {
              assertThat(shirt.description()).isEqualTo("Light linen shirt & collar");
              assertThat(shirt.brand()).isEqualTo("Northfold");
              assertThat(shirt.categories()).containsExactly("Shirts");
              assertThat(shirt.imageUrl()).isEqualTo("https://img.example.org/linen.jpg");
            });
    assertThat(read.products())
        .extracting(FileProduct::stock)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(new BigDecimal(3), new BigDecimal(4), BigDecimal.ZERO);
    assertThat(read.skipped()).containsExactly("wool-sock");
    assertThat(read.refusals()).isEmpty();
    assertThat(read.remarks())
        .contains("not imported, as products here have no such fields: Tags, Variant Grams");
  }

  @Test
  void aFeedForGoogleMerchant() {
    Reading read = Reading.file().ofCase("10-merchant-feed.tsv");

    assertThat(read.profile()).isEqualTo(ProfileName.GOOGLE_MERCHANT);
    assertThat(read.prices()).containsExactly("GM-1 99.00 EUR", "GM-2 19.00 EUR");
    FileProduct watch = read.product("GM-1");
    assertThat(watch.categories()).containsExactly("Apparel & Accessories", "Jewelry", "Watches");
    assertThat(watch.imageUrl()).isEqualTo("https://img.example.org/w.jpg");
    assertThat(watch.stock()).isNull();
    assertThat(read.product("GM-2").stock()).isZero();
    assertThat(read.remarks())
        .contains(
            "not imported, as products here have no such fields: gtin",
            "in stock, but not how much; new products get the initial stock (line 2)");
  }

  @Test
  void skusThatDifferByWhatCannotBeSeen() {
    Reading read = Reading.file().ofCase("12-sku-spaces.csv");

    assertThat(read.products())
        .extracting(FileProduct::sku)
        .containsExactly("SKU123", "SKU123", "sku123", "SKU123", "SKU123");
  }

  @Test
  void headersInAnyCase() {
    assertThat(Reading.file().ofCase("15-header-case.csv").prices())
        .containsExactly("HC-1 3.00 EUR");
  }

  @Test
  void aLineThatNamesTheSeparator() {
    Reading read = Reading.file().ofCase("16-sep-line.csv");

    assertThat(read.prices()).containsExactly("SEP-1 4.00 EUR");
    assertThat(read.entries().get(0).place()).isEqualTo("line 3");
  }

  @Test
  void raggedRows() {
    Reading read = Reading.file().ofCase("19-ragged.csv");

    assertThat(read.prices()).containsExactly("RG-1 4.00 EUR", "RG-2 4.00 EUR", "RG-3 4.00 EUR");
    assertThat(read.product("RG-2").stock()).isNull();
    assertThat(read.entries().get(2).place()).isEqualTo("line 6");
    assertThat(read.refusals()).isEmpty();
    assertThat(read.remarks()).isEmpty();
  }

  @Test
  void aHeaderWithANameTwice() {
    Reading read = Reading.file().ofCase("20-dup-header.csv");

    assertThat(read.prices()).containsExactly("DH-1 4.00 EUR");
    assertThat(read.product("DH-1").imageUrl()).isNull();
    assertThat(read.remarks())
        .containsExactly(
            "of several columns named Images the first is used (line 2)",
            "pictures that are no web addresses are left out (line 2)");
  }

  @Test
  void aFileOfStockLevels() {
    FileProduct colander = Reading.file().ofCase("21-stock-update.csv").product("BOM-1");

    assertThat(colander.stock()).isEqualByComparingTo("60");
    assertThat(colander.initialStock()).isNull();
  }
}
