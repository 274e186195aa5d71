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
  void findsTheLatestEarlierSaleThatHasEnoughLeft() throws IOException {
    Sales sales =
        sales(
            "1,A,CUP,6,x,2.55,7,UK",
            "2,A,CUP,2,x,2.55,7,UK",
            "C3,A,CUP,-3,x,2.55,7,UK",
            "C3,A,CUP,-2,x,2.55,7,UK",
            "C4,A,CUP,-3,x,2.55,7,UK",
            "C5,A,CUP,-1,x,2.55,7,UK",
            "6,A,CUP,9,x,2.55,7,UK");
    assertThat(sales.taken())
        .containsExactly(
            new Taken("C3", "1", "7", Map.of(CUP, 3L)),
            new Taken("C3", "2", "7", Map.of(CUP, 2L)),
            new Taken("C4", "1", "7", Map.of(CUP, 3L)));
    assertThat(sales.cancellations().lines()).isEqualTo(3);
    assertThat(sales.cancellations().unmatched())
        .isEqualTo(new Cancellations.Unmatched(1, 1, new BigDecimal("2.55")));
    assertThat(sales.refunds()).isEqualByComparingTo("20.40");
    assertThat(sales.touched()).extracting(Invoice::number).containsExactly("1", "2");
    assertThat(sales.whollyReturned()).isEqualTo(2);
    assertThat(sales.unitsDelivered()).isEqualTo(Map.of(CUP, 8L));
  }

  @Test
  void takesBackOnlyWhatThisCustomerBoughtAtThisPrice() throws IOException {
    Sales sales =
        sales(
            "1,A,CUP,6,x,2.55,7,UK",
            "C2,A,CUP,-1,x,2.55,8,UK",
            "C2,A,CUP,-1,x,2.1,7,UK",
            "C2,A,CUP,-1,x,2.55,,UK",
            "C2,A,CUP,-1,x,0.0,7,UK",
            "C2,A,CUP,-1,x,2.555,7,UK",
            "C2,A,CUP,-7,x,2.55,7,UK");
    assertThat(sales.taken()).isEmpty();
    assertThat(sales.cancellations().unmatched().lines()).isEqualTo(6);
    assertThat(sales.whollyReturned()).isZero();
  }

  private Sales sales(String... lines) throws IOException {
    String head =
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    return Sales.read(
        Files.writeString(folder.resolve("some.csv"), head + String.join("\n", lines)),
        Long.MAX_VALUE);
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
