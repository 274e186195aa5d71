package org.orderly.tests.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a bench was asked for.
 *
 * @param time of each row
 * @param warmUp how long it may take at most until a server is warm
 * @param clients of the rows, in order
 * @param compared the distribution of another build
 * @param statements whether every statement is told
 * @param payment how the orders are paid
 */
record BenchOptions(
    Duration time,
    Duration warmUp,
    List<Integer> clients,
    Optional<Path> compared,
    long seed,
    boolean floor,
    boolean statements,
    PaymentMode payment) {
  /** Clients with whom the hot product is sold: where there can be a queue. */
  List<Integer> crowds() {
    return clients.stream().filter(number -> number > 1).toList();
  }
}
