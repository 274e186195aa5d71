package org.orderly.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.load.Databases;
import org.orderly.tests.replay.Replay;

/** A few invoices of a real shop; the whole file is a program's work. */
@ExtendWith(RunningShop.class)
class ReplayIT {

  /** Names the file; without it a folder beside the clone may have one. */
  private static final String FILE = "orderly.replay.file";

  private static final long LINES = 400;

  @Test
  void sellsRealOrdersAgainToThePenny() throws Exception {
    Path file = file();
    assumeTrue(Files.isReadable(file), "no order lines at " + file + "; name some with -D" + FILE);
    Replay.Outcome outcome =
        new Replay(
                file,
                LINES,
                8,
                RunningShop.url(),
                RunningShop.environment().get("ORDERLY_ADMIN_EMAIL"),
                RunningShop.environment().get("ORDERLY_ADMIN_PASSWORD"),
                new Databases(RunningShop.environment()))
            .run(System.out);
    assertThat(outcome.differences()).isEmpty();
    assertThat(outcome.orders()).isPositive();
    assertThat(outcome.revenue()).isPositive();
  }

  private static Path file() {
    String given = System.getProperty(FILE, System.getenv("ORDERLY_REPLAY_FILE"));
    return given != null
        ? Path.of(given)
        : Path.of("..", "..", "shared", "data", "online-retail-2010-12-to-2011-02.csv.gz");
  }
}
