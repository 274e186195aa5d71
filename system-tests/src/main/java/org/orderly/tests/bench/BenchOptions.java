package org.orderly.tests.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.orderly.tests.bench.client.PaymentMode;

/**
 * What a bench was asked for.
 *
 * @param time of each row
 * @param warmUp how long it may take at most until a server is warm
 * @param clients of the rows, in order
 * @param scenarios the kinds of rows, in order
 * @param rate of the row with open load; nothing for 7/10 of what closed load has reached
 * @param history the numbers of orders with which a row is measured again, ascending
 * @param compared the distribution of another build
 * @param statements whether every statement is told
 * @param payment how the orders are paid
 * @param result the file for the figures
 * @param markdown the file for the table
 */
record BenchOptions(
    Duration time,
    Duration warmUp,
    List<Integer> clients,
    List<Scenario> scenarios,
    Optional<Integer> rate,
    List<Integer> history,
    Optional<Path> compared,
    long seed,
    boolean floor,
    boolean statements,
    PaymentMode payment,
    Optional<Path> result,
    Optional<Path> markdown) {

  private static final int USUAL = 32;

  /** Clients with whom the hot product is sold: where there can be a queue. */
  List<Integer> crowds() {
    return clients.stream().filter(number -> number > 1).toList();
  }

  int mostClients() {
    return clients.stream().mapToInt(n -> n).max().orElse(1);
  }

  /**
   * With whom a row is measured that needs only one: the last but the largest, if there are more.
   */
  int usualClients() {
    return crowds().contains(USUAL) ? USUAL : mostClients();
  }
}
