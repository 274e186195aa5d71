package org.orderly.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.commit.Doubt.Fate;

/** The rules of the judge, cell by cell, on real databases. */
class InDoubtResolverDatabaseTest {

  private static final Duration ALL_ARE_OLD = Duration.ofMillis(-1);
  private static final Duration ALL_ARE_YOUNG = Duration.ofHours(1);
  private static final String PAYMENT = "payment";
  private static final String INVENTORY = "inventory";

  private static ThreeDatabases databases;
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final Doubt doubt = new Doubt(databases);

  @BeforeAll
  static void start() throws Exception {
    databases = new ThreeDatabases();
  }

  @AfterAll
  static void stop() throws Exception {
    databases.close();
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : opened) {
      one.close();
    }
    doubt.clear();
  }

  private InDoubtResolver resolver(Duration threshold) {
    RecoverableDatabase ordering = databases.database(ThreeDatabases.ORDERING);
    InDoubtResolver inDoubtResolver =
        new InDoubtResolver(ordering, databases.members(), "test", threshold);
    opened.add(inDoubtResolver);
    return inDoubtResolver;
  }

  /** So many resolvers look at the same moment. */
  private void look(int resolvers, Duration threshold) {
    CyclicBarrier together = new CyclicBarrier(resolvers);
    CompletableFuture.allOf(
            IntStream.range(0, resolvers)
                .mapToObj(i -> resolver(threshold))
                .map(
                    one ->
                        CompletableFuture.runAsync(
                            () -> lookTogether(one, together), Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new))
        .join();
  }

  private static void lookTogether(InDoubtResolver inDoubtResolver, CyclicBarrier together) {
    try {
      together.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    inDoubtResolver.run();
  }

  private Connection marking(Doubt of) throws SQLException {
    Connection session = of.marking();
    opened.add(session);
    return session;
  }

  @ParameterizedTest(name = "row {0}, {1} branches, {2} resolvers: {3}, then row {4}")
  @CsvSource({
    "C,      older,   1, COMMITTED,   C",
    "C,      older,   2, COMMITTED,   C",
    "C,      younger, 1, LEFT,        C",
    "C,      younger, 2, LEFT,        C",
    "A,      older,   1, ROLLED_BACK, A",
    "A,      older,   2, ROLLED_BACK, A",
    "A,      younger, 1, LEFT,        A",
    "A,      younger, 2, LEFT,        A",
    "none,   older,   1, ROLLED_BACK, A",
    "none,   older,   2, ROLLED_BACK, A",
    "none,   younger, 1, LEFT,        none",
    "none,   younger, 2, LEFT,        none",
    "marked, older,   1, LEFT,        none",
    "marked, older,   2, LEFT,        none",
    "marked, younger, 1, LEFT,        none",
    "marked, younger, 2, LEFT,        none",
  })
  void doesWhatTheRowSays(String row, String age, int resolvers, Fate fate, String rowAfter)
      throws SQLException {
    doubt.prepared(PAYMENT, INVENTORY);
    switch (row) {
      case "C", "A" -> doubt.decided(row.charAt(0));
      case "marked" -> marking(doubt);
      default -> assertThat(doubt.row()).isEmpty();
    }
    look(resolvers, age.equals("older") ? ALL_ARE_OLD : ALL_ARE_YOUNG);
    for (String member : ThreeDatabases.MEMBERS) {
      assertThat(doubt.fate(member)).as(member).isEqualTo(fate);
      assertThat(doubt.told(member)).as("told of " + member).isEqualTo(fate == Fate.LEFT ? 0 : 1);
    }
    assertThat(doubt.row().orElse("none")).isEqualTo(rowAfter);
  }

  @ParameterizedTest(name = "the session that holds the marker ends with {0}: {1}")
  @CsvSource({"commit, COMMITTED", "rollback, ROLLED_BACK"})
  void endsWhatWaitedForALiveSessionAfterIt(String end, Fate fate) throws SQLException {
    doubt.prepared(PAYMENT, INVENTORY);
    Connection session = marking(doubt);
    look(1, ALL_ARE_OLD);
    assertThat(doubt.fate(PAYMENT)).isEqualTo(Fate.LEFT);
    try (Statement statement = session.createStatement()) {
      statement.execute(end);
    }
    look(1, ALL_ARE_OLD);
    assertThat(doubt.fate(PAYMENT)).isEqualTo(fate);
    assertThat(doubt.fate(INVENTORY)).isEqualTo(fate);
  }

  @ParameterizedTest(name = "row {0}, {1} resolvers")
  @CsvSource({"C, 1", "C, 2", "A, 1", "A, 2", "none, 1", "none, 2"})
  void touchesNothingWhileOrderingIsUnreachable(String row, int resolvers) throws Exception {
    doubt.prepared(PAYMENT, INVENTORY);
    if (!row.equals("none")) {
      doubt.decided(row.charAt(0));
    }
    databases.wire(ThreeDatabases.ORDERING).cut();
    try {
      look(resolvers, ALL_ARE_OLD);
      assertThat(doubt.fate(PAYMENT)).isEqualTo(Fate.LEFT);
      assertThat(doubt.fate(INVENTORY)).isEqualTo(Fate.LEFT);
      assertThat(doubt.row().orElse("none")).isEqualTo(row);
    } finally {
      databases.wire(ThreeDatabases.ORDERING).mend();
    }
    look(resolvers, ALL_ARE_OLD);
    Fate fate = row.equals("C") ? Fate.COMMITTED : Fate.ROLLED_BACK;
    assertThat(doubt.fate(PAYMENT)).isEqualTo(fate);
    assertThat(doubt.fate(INVENTORY)).isEqualTo(fate);
  }

  @ParameterizedTest(name = "row {0}: {1}")
  @CsvSource({"C, COMMITTED", "A, ROLLED_BACK", "none, ROLLED_BACK"})
  void settlesTheOthersWhileAMemberIsUnreachable(String row, Fate fate) throws Exception {
    doubt.prepared(PAYMENT, INVENTORY);
    if (!row.equals("none")) {
      doubt.decided(row.charAt(0));
    }
    InDoubtResolver inDoubtResolver = resolver(ALL_ARE_OLD);
    databases.wire(PAYMENT).cut();
    try {
      inDoubtResolver.run();
      assertThat(doubt.fate(INVENTORY)).isEqualTo(fate);
      assertThat(doubt.fate(PAYMENT)).isEqualTo(Fate.LEFT);
    } finally {
      databases.wire(PAYMENT).mend();
    }
    inDoubtResolver.run();
    assertThat(doubt.fate(PAYMENT)).isEqualTo(fate);
  }

  @ParameterizedTest(name = "{0} breaks between two looks")
  @ValueSource(strings = {ThreeDatabases.ORDERING, PAYMENT})
  void connectsAnewAfterADatabaseHasBroken(String broken) throws Exception {
    InDoubtResolver inDoubtResolver = resolver(ALL_ARE_OLD);
    inDoubtResolver.run();
    databases.wire(broken).cut();
    databases.wire(broken).mend();
    doubt.prepared(PAYMENT, INVENTORY).decided('C');
    inDoubtResolver.run();
    inDoubtResolver.run();
    assertThat(doubt.fate(PAYMENT)).isEqualTo(Fate.COMMITTED);
    assertThat(doubt.fate(INVENTORY)).isEqualTo(Fate.COMMITTED);
  }

  @Test
  void ignoresABranchThatIsGoneWhenItsTurnComes() throws Exception {
    Doubt first = new Doubt(databases).prepared(PAYMENT);
    Connection marker = marking(first);
    doubt.prepared(PAYMENT).decided('C');
    InDoubtResolver inDoubtResolver = resolver(ALL_ARE_OLD);
    CompletableFuture<Void> look =
        CompletableFuture.runAsync(inDoubtResolver::run, Thread::startVirtualThread);
    Eventually.isTrue("the resolver waits for the marker", this::somebodyWaitsForALock);
    databases.execute(PAYMENT, "commit prepared '" + doubt.gid(PAYMENT) + "'");
    look.get(10, TimeUnit.SECONDS);
    assertThat(doubt.fate(PAYMENT)).isEqualTo(Fate.COMMITTED);
    assertThat(doubt.told(PAYMENT)).as("somebody else ended it").isZero();
    assertThat(first.fate(PAYMENT)).isEqualTo(Fate.LEFT);
    marker.rollback();
    first.clear();
  }

  @Test
  void looksLaterAtABranchThatSomebodyElseIsEnding() throws Exception {
    doubt.prepared(PAYMENT, INVENTORY).decided('C');
    CompletableFuture<Void> stuck =
        CompletableFuture.runAsync(this::commitAndWaitForAStandby, Thread::startVirtualThread);
    Eventually.isTrue("a commit hangs in its middle", this::somebodyWaitsForAStandby);
    InDoubtResolver inDoubtResolver = resolver(ALL_ARE_OLD);
    inDoubtResolver.run();
    assertThat(doubt.fate(INVENTORY)).isEqualTo(Fate.COMMITTED);
    assertThat(doubt.told(PAYMENT)).isZero();
    databases.execute(
        PAYMENT,
        "select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'");
    stuck.get(10, TimeUnit.SECONDS);
    inDoubtResolver.run();
    assertThat(doubt.fate(PAYMENT)).isEqualTo(Fate.COMMITTED);
    assertThat(doubt.told(PAYMENT)).isZero();
  }

  private void commitAndWaitForAStandby() {
    try (Connection connection = databases.connect(PAYMENT);
        Statement statement = connection.createStatement()) {
      statement.execute("set synchronous_commit = on");
      statement.execute("commit prepared '" + doubt.gid(PAYMENT) + "'");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private boolean somebodyWaitsForALock() throws SQLException {
    return databases.count(
            ThreeDatabases.ORDERING,
            "pg_stat_activity where datname = 'ordering' and wait_event_type = 'Lock'")
        > 0;
  }

  private boolean somebodyWaitsForAStandby() throws SQLException {
    return databases.count(PAYMENT, "pg_stat_activity where wait_event = 'SyncRep'") > 0;
  }

  @Test
  void leavesPreparedTransactionsOfOthersAlone() throws Exception {
    try (Connection connection = databases.connect(PAYMENT);
        Statement statement = connection.createStatement()) {
      statement.execute("begin");
      statement.execute("prepare transaction 'somebody-elses'");
      look(2, ALL_ARE_OLD);
      assertThat(databases.count(PAYMENT, "pg_prepared_xacts where gid = 'somebody-elses'"))
          .isOne();
      statement.execute("rollback prepared 'somebody-elses'");
    }
  }

  @Test
  void keepsAnOldMarkerAsLongAsAnyMemberMayNeedIt() throws Exception {
    doubt.prepared(PAYMENT).decided('C');
    databases.execute(
        ThreeDatabases.ORDERING, "update tx_decision set decided_at = now() - interval '1 day'");
    databases.wire(PAYMENT).cut();
    try {
      look(1, ALL_ARE_OLD);
      assertThat(doubt.row()).as("with a member away").isEqualTo(Optional.of("C"));
    } finally {
      databases.wire(PAYMENT).mend();
    }
    look(1, ALL_ARE_YOUNG);
    assertThat(doubt.row()).as("with a branch there").isEqualTo(Optional.of("C"));
    look(1, ALL_ARE_OLD);
    look(1, ALL_ARE_OLD);
    assertThat(doubt.fate(PAYMENT)).isEqualTo(Fate.COMMITTED);
    assertThat(doubt.row()).as("with nothing left").isEmpty();
  }
}
