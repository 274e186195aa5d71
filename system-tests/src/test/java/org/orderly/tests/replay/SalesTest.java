package org.orderly.tests.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderly.tests.replay.Invoice.Article;

class SalesTest {

  private static final String LINES =
      """
      InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
      1,A,"CUP, ""BLUE\""",6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
      1,A,CUP,4,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
      1,A,CUP,1,2010-12-01 08:26:00,2.1,17850.0,United Kingdom
      C2,A,CUP,-1,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
      3,B,,1,2010-12-01 08:26:00,0.0,17850.0,United Kingdom
      4,B,,1,2010-12-01 08:26:00,1.00,,United Kingdom
      5,B,,2,2010-12-01 08:26:00,1.00,12345.0,France
      """;

  private static final Article CUP = new Article("A", new BigDecimal("2.55"));
  private static final Article CHEAPER_CUP = new Article("A", new BigDecimal("2.10"));
  private static final Article PLAIN = new Article("B", new BigDecimal("1.00"));

  @TempDir private Path folder;

  @Test
  void takesWhatACustomerBoughtAndPaidFor() throws IOException {
    Sales sales = Sales.read(plain(), Long.MAX_VALUE);
    assertThat(sales.invoices()).extracting(Invoice::number).containsExactly("1", "5");
    assertThat(sales.units()).isEqualTo(Map.of(CUP, 10L, CHEAPER_CUP, 1L, PLAIN, 2L));
    assertThat(sales.revenue()).isEqualByComparingTo("29.60");
    assertThat(sales.spending().get("17850.0")).isEqualByComparingTo("27.60");
  }

  @Test
  void addsUpWhatAnInvoiceNamesTwiceAtOnePriceOnly() throws IOException {
    Invoice first = Sales.read(plain(), Long.MAX_VALUE).invoices().get(0);
    assertThat(first.lines()).isEqualTo(Map.of(CUP, 10L, CHEAPER_CUP, 1L));
    assertThat(first.total()).isEqualByComparingTo("27.60");
    assertThat(first.units()).isEqualTo(11);
  }

  @Test
  void namesArticlesAsTheFileDoesOrByTheirCode() throws IOException {
    Sales sales = Sales.read(plain(), Long.MAX_VALUE);
    assertThat(sales.names()).containsEntry(CUP, "CUP, \"BLUE\"").containsEntry(PLAIN, "B");
  }

  @Test
  void readsOnlySoManyLines() throws IOException {
    assertThat(Sales.read(plain(), 1).units()).isEqualTo(Map.of(CUP, 6L));
  }

  @Test
  void readsCompressedFiles() throws IOException {
    Path file = folder.resolve("lines.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(LINES.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Sales.read(file, Long.MAX_VALUE).invoices()).hasSize(2);
  }

  @Test
  void saysWhichColumnIsMissing() throws IOException {
    Path file = Files.writeString(folder.resolve("other.csv"), "InvoiceNo,StockCode\n");
    assertThatThrownBy(() -> Sales.read(file, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Description");
  }

  private Path plain() throws IOException {
    return Files.writeString(folder.resolve("lines.csv"), LINES);
  }
}
