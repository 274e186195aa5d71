package org.orderly.tests.bench.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseMessagesTest {

  private static final long SERVER = 123;

  private final List<String> lines = new ArrayList<>();

  /** As {@code ss -tinpH} prints a connection. */
  private void connection(int port, long pid, long segments) {
    lines.add(
        "0      0      [::ffff:127.0.0.1]:%d [::ffff:127.0.0.1]:25103 users:((\"java\",pid=%d,fd=9))"
            .formatted(port, pid));
    lines.add(
        "\t bbr wscale:10,10 rto:204 bytes_sent:359 segs_out:77 data_segs_out:%d data_segs_in:6 bbr:(bw:4bps)"
            .formatted(segments));
  }

  private DatabaseMessages parsed() {
    DatabaseMessages parsed = DatabaseMessages.parse(SERVER, lines);
    lines.clear();
    return parsed;
  }

  @Test
  void countsWhatTheServerSentAndNobodyElse() {
    connection(33760, SERVER, 10);
    connection(33761, 1234, 500);
    connection(33762, SERVER, 7);
    DatabaseMessages before = parsed();
    connection(33760, SERVER, 25);
    connection(33761, 1234, 900);
    connection(33763, SERVER, 3);
    DatabaseMessages after = parsed();

    assertThat(after.since(before)).hasValue(15 + 3);
  }

  @Test
  void doesNotCountBackwardsWhereAPortIsUsedAgain() {
    connection(33760, SERVER, 100);
    DatabaseMessages before = parsed();
    connection(33760, SERVER, 4);

    assertThat(parsed().since(before)).hasValue(0);
  }

  @Test
  void saysNothingWhereNothingIsTold() {
    assertThat(parsed().since(parsed())).isEmpty();
    lines.add("bash: ss: command not found");
    assertThat(parsed().sent()).isEmpty();
  }
}
