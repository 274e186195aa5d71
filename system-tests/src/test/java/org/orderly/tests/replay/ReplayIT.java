package org.orderly.tests.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.orderly.tests.load.Databases;
import org.orderly.tests.support.RunningShop;

/** Sales and cancellations as real shops have them; a whole file of them is a program's work. */
@ExtendWith(RunningShop.class)
class ReplayIT {

  /** Names the file; without it a folder beside the clone may have one. */
  private static final String FILE = "orderly.replay.file";

  private static final long LINES = 400;

  private static final String MADE_UP =
      """
      InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
      1,A,CUP,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
      1,B,"JUG, BLUE",2,2010-12-01 08:26:00,7.95,17850.0,United Kingdom
      2,A,CUP,3,2010-12-02 08:26:00,2.55,17850.0,United Kingdom
      3,A,CUP,3,2010-12-02 08:26:00,2.55,12345.0,France
      C4,A,CUP,-4,2010-12-03 08:26:00,2.55,17850.0,United Kingdom
      C4,B,"JUG, BLUE",-1,2010-12-03 08:26:00,7.95,17850.0,United Kingdom
      C5,A,CUP,-3,2010-12-03 08:26:00,2.55,17850.0,United Kingdom
      C6,A,CUP,-1,2010-12-04 08:26:00,2.55,12345.0,France
      C7,A,CUP,-3,2010-12-04 08:26:00,2.55,12345.0,France
      C8,C,PLATE,-1,2010-12-04 08:26:00,1.00,12345.0,France
      """;

  @TempDir private Path folder;

  /** A replay signs the same admin in several times, and the oldest of six sessions ends. */
  @AfterAll
  static void renewAdmin() {
    RunningShop.renewAdmin();
  }

  @Test
  void sellsAndTakesBackToThePenny() throws Exception {
    Path file = Files.writeString(folder.resolve("sales.csv"), MADE_UP);
    SalesReplay.Outcome outcome = replay(file, Long.MAX_VALUE);
    assertThat(outcome.differences()).isEmpty();
    assertThat(outcome.orders()).isEqualTo(3);
    assertThat(outcome.revenue()).isEqualByComparingTo("46.50");
    assertThat(outcome.returns()).isEqualTo(3);
    assertThat(outcome.refunds()).isEqualByComparingTo("28.35");
  }

  @Test
  void sellsRealOrdersAgainToThePenny() throws Exception {
    Path file = file();
    assumeTrue(Files.isReadable(file), "no order lines at " + file + "; name some with -D" + FILE);
    SalesReplay.Outcome outcome = replay(file, LINES);
    assertThat(outcome.differences()).isEmpty();
    assertThat(outcome.orders()).isPositive();
    assertThat(outcome.revenue()).isPositive();
  }

  private static SalesReplay.Outcome replay(Path file, long lines) throws Exception {
    return new SalesReplay(
            file,
            lines,
            8,
            RunningShop.url(),
            RunningShop.environment().get("ORDERLY_ADMIN_EMAIL"),
            RunningShop.environment().get("ORDERLY_ADMIN_PASSWORD"),
            new Databases(RunningShop.environment()))
        .run(System.out);
  }

  private static Path file() {
    String given = System.getProperty(FILE, System.getenv("ORDERLY_REPLAY_FILE"));
    return given != null
        ? Path.of(given)
        : Path.of("..", "..", "shared", "data", "online-retail-2010-12-to-2011-02.csv.gz");
  }
}
