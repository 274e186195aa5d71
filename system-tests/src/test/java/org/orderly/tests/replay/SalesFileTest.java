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
import org.orderly.tests.replay.ReplayedInvoice.Article;

class SalesFileTest {

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
    SalesFile salesFile = SalesFile.read(plain(), Long.MAX_VALUE);
    assertThat(salesFile.invoices()).extracting(ReplayedInvoice::number).containsExactly("1", "5");
    assertThat(salesFile.units()).isEqualTo(Map.of(CUP, 10L, CHEAPER_CUP, 1L, PLAIN, 2L));
    assertThat(salesFile.revenue()).isEqualByComparingTo("29.60");
    assertThat(salesFile.spending().get("17850.0")).isEqualByComparingTo("27.60");
  }

  @Test
  void addsUpWhatAnInvoiceNamesTwiceAtOnePriceOnly() throws IOException {
    ReplayedInvoice first = SalesFile.read(plain(), Long.MAX_VALUE).invoices().get(0);
    assertThat(first.lines()).isEqualTo(Map.of(CUP, 10L, CHEAPER_CUP, 1L));
    assertThat(first.total()).isEqualByComparingTo("27.60");
    assertThat(first.units()).isEqualTo(11);
  }

  @Test
  void namesArticlesAsTheFileDoesOrByTheirCode() throws IOException {
    SalesFile salesFile = SalesFile.read(plain(), Long.MAX_VALUE);
    assertThat(salesFile.names()).containsEntry(CUP, "CUP, \"BLUE\"").containsEntry(PLAIN, "B");
  }

  @Test
  void findsTheLatestEarlierSaleThatHasEnoughLeft() throws IOException {
    SalesFile salesFile =
        sales(
            "1,A,CUP,6,x,2.55,7,UK",
            "2,A,CUP,2,x,2.55,7,UK",
            "C3,A,CUP,-3,x,2.55,7,UK",
            "C3,A,CUP,-2,x,2.55,7,UK",
            "C4,A,CUP,-3,x,2.55,7,UK",
            "C5,A,CUP,-1,x,2.55,7,UK",
            "6,A,CUP,9,x,2.55,7,UK");
    assertThat(salesFile.taken())
        .containsExactly(
            new CancelledQuantity("C3", "1", "7", Map.of(CUP, 3L)),
            new CancelledQuantity("C3", "2", "7", Map.of(CUP, 2L)),
            new CancelledQuantity("C4", "1", "7", Map.of(CUP, 3L)));
    assertThat(salesFile.cancellations().lines()).isEqualTo(3);
    assertThat(salesFile.cancellations().unmatched())
        .isEqualTo(new Cancellations.Unmatched(1, 1, new BigDecimal("2.55")));
    assertThat(salesFile.refunds()).isEqualByComparingTo("20.40");
    assertThat(salesFile.touched()).extracting(ReplayedInvoice::number).containsExactly("1", "2");
    assertThat(salesFile.whollyReturned()).isEqualTo(2);
    assertThat(salesFile.unitsDelivered()).isEqualTo(Map.of(CUP, 8L));
  }

  @Test
  void takesBackOnlyWhatThisCustomerBoughtAtThisPrice() throws IOException {
    SalesFile salesFile =
        sales(
            "1,A,CUP,6,x,2.55,7,UK",
            "C2,A,CUP,-1,x,2.55,8,UK",
            "C2,A,CUP,-1,x,2.1,7,UK",
            "C2,A,CUP,-1,x,2.55,,UK",
            "C2,A,CUP,-1,x,0.0,7,UK",
            "C2,A,CUP,-1,x,2.555,7,UK",
            "C2,A,CUP,-7,x,2.55,7,UK");
    assertThat(salesFile.taken()).isEmpty();
    assertThat(salesFile.cancellations().unmatched().lines()).isEqualTo(6);
    assertThat(salesFile.whollyReturned()).isZero();
  }

  private SalesFile sales(String... lines) throws IOException {
    String head =
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    return SalesFile.read(
        Files.writeString(folder.resolve("some.csv"), head + String.join("\n", lines)),
        Long.MAX_VALUE);
  }

  @Test
  void readsOnlySoManyLines() throws IOException {
    assertThat(SalesFile.read(plain(), 1).units()).isEqualTo(Map.of(CUP, 6L));
  }

  @Test
  void readsCompressedFiles() throws IOException {
    Path file = folder.resolve("lines.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(LINES.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(SalesFile.read(file, Long.MAX_VALUE).invoices()).hasSize(2);
  }

  @Test
  void saysWhichColumnIsMissing() throws IOException {
    Path file = Files.writeString(folder.resolve("other.csv"), "InvoiceNo,StockCode\n");
    assertThatThrownBy(() -> SalesFile.read(file, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Description");
  }

  private Path plain() throws IOException {
    return Files.writeString(folder.resolve("lines.csv"), LINES);
  }
}
