package org.orderly.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An inventory database of the version before, with rows, gets stock locations. */
@Timeout(120)
class StockLocationsMigrationDatabaseTest {

  private static final String USER = "postgres";
  private static final String FIRST_CHANGE = "inventory-locations";
  private static final List<String> TABLES = List.of("stock_item", "reservation", "stock_movement");

  private static final String ROWS =
      """
      insert into stock_item (product_id, scale, on_hand, reserved)
        select gen_random_uuid(), 0, 10, 3 from generate_series(1, 100);
      insert into stock_movement (product_id, quantity, reason, occurred_at)
        select product_id, 10, 'initial stock', now() from stock_item;
      insert into stock_movement (product_id, quantity, reason, occurred_at, reference)
        select product_id, 5, 'returned', now(), gen_random_uuid() from stock_item;
      insert into stock_movement (product_id, quantity, reason, occurred_at, reference)
        select product_id, -5, 'shipped', now(), gen_random_uuid() from stock_item;
      insert into reservation_set (order_id, status, reserved_at)
        select gen_random_uuid(), 'LIVE', now() from generate_series(1, 3);
      insert into reservation (order_id, product_id, quantity)
        select s.order_id, i.product_id, 1 from reservation_set s, stock_item i;
      """;

  private EmbeddedPostgres server;
  private Connection connection;

  @BeforeEach
  void makeADatabaseOfTheVersionBefore() throws Exception {
    server = EmbeddedPostgres.start();
    connection = server.getPostgresDatabase().getConnection();
    try (Connection migrating = server.getPostgresDatabase().getConnection()) {
      Liquibase liquibase =
          new Liquibase(
              "orderly/db/inventory/changelog.yaml",
              new ClassLoaderResourceAccessor(),
              DatabaseFactory.getInstance()
                  .findCorrectDatabaseImplementation(new JdbcConnection(migrating)));
      List<String> changes =
          liquibase.getDatabaseChangeLog().getChangeSets().stream().map(ChangeSet::getId).toList();
      assertThat(changes).contains(FIRST_CHANGE);
      liquibase.update(changes.indexOf(FIRST_CHANGE), "");
    }
    execute(ROWS);
  }

  @AfterEach
  void stop() throws Exception {
    connection.close();
    server.close();
  }

  @Test
  void putsAllRowsIntoTheMainLocationWithoutRewritingATable() throws SQLException {
    List<String> files = files();

    assertThat(migrate()).containsExactly("inventory");

    assertThat(ask("select id, code, name from stock_location")).containsExactly("(1,main,Main)");
    for (String table : TABLES) {
      assertThat(ask("select distinct location_id from " + table)).as(table).containsExactly("(1)");
    }
    assertThat(ask("select count(*), sum(on_hand), sum(reserved) from stock_item"))
        .containsExactly("(100,1000.00000000,300.00000000)");
    assertThat(ask("select count(*), sum(quantity) from reservation"))
        .containsExactly("(300,300.00000000)");
    assertThat(ask("select count(*), sum(quantity) from stock_movement"))
        .containsExactly("(300,1000.00000000)");
    assertThat(ask("select kind, count(*) from stock_movement group by kind order by kind"))
        .containsExactly("(RECEIPT,100)", "(RETURN,100)", "(SALE,100)");
    assertThat(ask("select distinct recorded from reservation")).containsExactly("(f)");
    assertThat(files()).isEqualTo(files);
    assertThat(ask("select conname from pg_constraint where not convalidated")).isEmpty();
    assertThat(migrate()).isEmpty();
  }

  @Test
  void whatIsLiveOfAPartlyShippedReservationIsCarriedOverAsAMovement() throws SQLException {
    execute(
        "update reservation set quantity = 5, fulfilled = 2, released = 1"
            + " where ctid = (select min(ctid) from reservation)");
    migrate();

    assertThat(
            ask(
                "select quantity, reserved_change, reason from stock_movement"
                    + " where kind = 'RESERVATION' and reference is not null"))
        .containsExactly("(0.00000000,2.00000000,\"carried over\")");
    assertThat(ask("select recorded, count(*) from reservation group by recorded order by 1"))
        .containsExactly("(f,299)", "(t,1)");
    assertRefused("update stock_movement set reason = 'x'", "never changed");
  }

  @Test
  void keysNameTheLocation() throws SQLException {
    migrate();

    assertThat(key("stock_item")).isEqualTo("PRIMARY KEY (product_id, location_id)");
    assertThat(key("reservation")).isEqualTo("PRIMARY KEY (order_id, product_id, location_id)");
    assertRefused(
        "insert into stock_item (product_id, location_id, scale, on_hand)"
            + " values (gen_random_uuid(), 2, 0, 1)",
        "stock_item_location_fkey");
    execute("insert into stock_location values (2, 'shop-2', 'The shop')");
    execute(
        "insert into stock_item (product_id, location_id, scale, on_hand)"
            + " select product_id, 2, 0, 1 from stock_item limit 1");
    assertRefused(
        "insert into stock_item (product_id, location_id, scale, on_hand)"
            + " select product_id, 2, 0, 1 from stock_item where location_id = 2",
        "stock_item_pkey");
    assertRefused(
        "insert into reservation (order_id, product_id, location_id, quantity)"
            + " select (select order_id from reservation_set limit 1), product_id, 2, 1"
            + " from stock_item group by product_id having count(*) = 1",
        "reservation_stock_item_fkey");
    assertRefused(
        "insert into stock_movement (product_id, location_id, quantity, reason,"
            + " occurred_at, kind) values (gen_random_uuid(), 1, 1, 'found', now(), 'RECEIPT')",
        "stock_movement_stock_item_fkey");
    assertRefused("insert into stock_location values (3, 'Shop 3', 'x')", "code_check");
  }

  @Test
  void rowsThatNameNoLocationLieInTheMainOne() throws SQLException {
    migrate();

    execute(
        """
        insert into stock_item (product_id, scale, on_hand) values (gen_random_uuid(), 0, 7);
        insert into stock_movement (product_id, kind, quantity, reason, occurred_at)
          select product_id, 'RECEIPT', 7, 'initial stock', now() from stock_item where on_hand = 7;
        insert into reservation (order_id, product_id, quantity)
          select (select min(order_id::text)::uuid from reservation_set), product_id, 1
          from stock_item where on_hand = 7;
        """);

    for (String table : TABLES) {
      assertThat(ask("select distinct location_id from " + table)).as(table).containsExactly("(1)");
    }
  }

  private List<String> migrate() {
    return Migrations.migrate(
        Map.of("inventory", new Migrations.Target(server.getJdbcUrl(USER, USER), USER, "")));
  }

  /** Where the tables' rows are: a table that is rewritten moves. */
  private List<String> files() throws SQLException {
    return ask(
        "select relname, pg_relation_filenode(oid) from pg_class where relname in ('"
            + String.join("', '", TABLES)
            + "') order by relname");
  }

  private String key(String table) throws SQLException {
    String found =
        ask("select pg_get_constraintdef(oid) from pg_constraint where contype = 'p'"
                + " and conrelid = '%s'::regclass".formatted(table))
            .get(0);
    return found.substring(2, found.length() - 2);
  }

  private void assertRefused(String sql, String constraint) {
    assertThatThrownBy(() -> execute(sql)).hasMessageContaining(constraint);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> ask(String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select r::text from (" + sql + ") r")) {
      while (row.next()) {
        found.add(row.getString(1));
      }
    }
    return found;
  }
}
