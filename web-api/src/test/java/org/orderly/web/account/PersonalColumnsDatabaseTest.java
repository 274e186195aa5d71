package org.orderly.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.cart.Carts;
import org.orderly.identity.Erasure;
import org.orderly.identity.audit.AuditLogQueries;
import org.orderly.identity.oidc.FederatedIdentities;
import org.orderly.identity.personal.PersonalData;
import org.orderly.identity.session.Sessions;
import org.orderly.kernel.UserId;
import org.orderly.notification.MailQueries;
import org.orderly.notification.Notifications;
import org.orderly.notification.backinstock.BackInStockRequests;
import org.orderly.ordering.overview.BuyerOrders;
import org.orderly.payment.wallet.Wallets;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.platform.personal.PersonalColumn;
import org.orderly.platform.personal.PersonalColumn.InExport;
import org.orderly.platform.personal.PersonalColumn.OnErasure;
import org.orderly.platform.personal.PersonalColumns;
import org.orderly.platform.personal.PersonalTable;
import org.orderly.testing.Application;

/**
 * Holds the declared personal columns against all columns of all databases, and export and erasure
 * against the declaration.
 */
class PersonalColumnsDatabaseTest {

  private static final List<String> DOMAINS =
      List.of("identity", "catalog", "inventory", "ordering", "payment", "notification");

  @RegisterExtension static final Application APP = Application.on(DOMAINS.toArray(String[]::new));

  /** Every column but those of a type that holds no text. */
  private static final String COLUMNS =
      """
      select c.table_name || '.' || c.column_name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where table_schema = 'public' and t.table_type = 'BASE TABLE'
        and table_name not like 'databasechangelog%'
        and c.data_type not in ('uuid', 'xid8', 'bigint', 'integer', 'smallint', 'numeric', 'boolean',
                                'date', 'timestamp with time zone')
      """;

  private static final Pattern MARK = Pattern.compile("\\$mark\\$(\\w+\\.\\w+)@");

  /** Columns that admit few values, or hold the id by which a person's rows are found. */
  private static final Set<String> NOT_MARKED =
      Set.of(
          "users.invoice_permission",
          "address.country",
          "orders.ship_country",
          "audit_entry.subject");

  private final UserId ann = UserId.newId();

  @ParameterizedTest
  @ValueSource(
      strings = {"identity", "catalog", "inventory", "ordering", "payment", "notification"})
  void everyColumnThatCanHoldTextIsDeclaredOnce(String domain) {
    List<String> declared = new ArrayList<>();
    for (PersonalTable table : columns(domain).tables()) {
      table.columns().forEach(column -> declared.add(table.name() + "." + column.name()));
      table.plain().forEach(column -> declared.add(table.name() + "." + column));
    }
    assertThat(declared)
        .as("declare each column of %s in personal-columns.txt", domain)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(stored(domain));
  }

  @Test
  void aNewColumnIsSeen() {
    APP.database("catalog").execute("alter table product add column buyers_note json");
    assertThat(stored("catalog")).contains("product.buyers_note");
    APP.database("catalog").execute("alter table product drop column buyers_note");
  }

  @Test
  void personalColumnsAreExportedAndErasedAsDeclared() throws IOException {
    Map<String, PersonalColumn> marked = markRows();

    JsonNode export = export();
    marked.forEach(
        (name, column) -> {
          if (column.inExport() == InExport.NONE) {
            assertThat(export.toString()).doesNotContain(mark(name));
          } else {
            assertThat(export.path(column.part()).toString()).as(name).contains(mark(name));
          }
        });

    assertThat(names(export)).isEqualTo(names(described()));

    erase();
    Set<String> kept =
        marked.entrySet().stream()
            .filter(column -> column.getValue().onErasure() == OnErasure.KEEP)
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(marks()).isEqualTo(kept).isNotEmpty();
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private JsonNode described() throws IOException {
    return new YAMLMapper()
        .readTree(getClass().getResourceAsStream("/META-INF/openapi.yaml"))
        .at("/components/schemas/PersonalData/properties");
  }

  private static PersonalColumns columns(String domain) {
    return APP.bean(PersonalColumns.class, new Domain.Literal(domain));
  }

  private static List<String> stored(String domain) {
    return values(domain, COLUMNS);
  }

  private static List<String> values(String domain, String sql) {
    return APP.database(domain).rows(sql).stream()
        .map(row -> row.substring(1, row.length() - 1))
        .toList();
  }

  /** Gives the person a row in every table with personal columns, and each column a value. */
  private Map<String, PersonalColumn> markRows() throws IOException {
    Map<String, String> rows = rows();
    Map<String, PersonalColumn> marked = new HashMap<>();
    for (String domain : DOMAINS) {
      Set<String> bytes =
          Set.copyOf(values(domain, COLUMNS + " and c.data_type in ('bytea', 'ARRAY')"));
      List<String> statements = new ArrayList<>();
      for (PersonalTable table : columns(domain).tables()) {
        for (PersonalColumn column : table.columns()) {
          String name = table.name() + "." + column.name();
          if (!table.person().isEmpty() && !bytes.contains(name) && !NOT_MARKED.contains(name)) {
            statements.add(
                "update %s set %s = '%s'".formatted(table.name(), column.name(), mark(name)));
            marked.put(name, column);
          }
        }
      }
      if (!statements.isEmpty()) {
        APP.database(domain).tamper(rows.get(domain) + ";" + String.join(";", statements));
      }
      assertThatThePersonHasRows(domain);
    }
    return marked;
  }

  private void assertThatThePersonHasRows(String domain) {
    for (PersonalTable table : columns(domain).tables()) {
      if (!table.person().isEmpty()) {
        String condition = table.person().replace("?", "'" + ann + "'::uuid");
        assertThat(APP.database(domain).count(table.name() + " where " + condition))
            .as("rows of %s.%s: add one to person-rows.sql", domain, table.name())
            .isPositive();
      }
    }
  }

  private Map<String, String> rows() throws IOException {
    String sql =
        new String(getClass().getResourceAsStream("person-rows.sql").readAllBytes(), "UTF-8");
    Map<String, String> rows = new HashMap<>();
    for (String part : sql.split("-- database ")) {
      int end = part.indexOf('\n');
      rows.put(part.substring(0, end), part.substring(end).replace(":user", "'" + ann + "'::uuid"));
    }
    return rows;
  }

  private static String mark(String column) {
    return "$mark$" + column + "@example.org";
  }

  private JsonNode export() throws IOException {
    PersonalExport export =
        new PersonalExport(
            APP.bean(PersonalData.class),
            APP.bean(FederatedIdentities.class),
            APP.bean(Sessions.class),
            APP.bean(AuditLogQueries.class),
            APP.bean(Carts.class),
            APP.bean(BuyerOrders.class),
            APP.bean(Wallets.class),
            APP.bean(Notifications.class),
            APP.bean(MailQueries.class),
            APP.bean(BackInStockRequests.class),
            CDI.current().select(PersonalColumns.class, Any.Literal.INSTANCE),
            Clock.systemUTC());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.of(ann).write(out);
    return new ObjectMapper().readTree(out.toByteArray());
  }

  private void erase() {
    APP.bean(Erasure.class).erase(ann);
    for (String domain : DOMAINS) {
      if (!domain.equals("identity")) {
        SqlBatch batch = new SqlBatch();
        columns(domain).erase(batch, ann);
        APP.bean(DomainDatabase.class, new Domain.Literal(domain)).atomically(batch);
      }
    }
  }

  /** The columns whose marks any table of any database still holds. */
  private static Set<String> marks() {
    Set<String> found = new TreeSet<>();
    for (String domain : DOMAINS) {
      for (String table :
          values(
              domain,
              "select table_name from information_schema.tables where table_schema = 'public'"
                  + " and table_type = 'BASE TABLE'")) {
        APP.database(domain)
            .rows("select t::text from %s t where t::text like '%%$mark$%%'".formatted(table))
            .forEach(row -> MARK.matcher(row).results().forEach(mark -> found.add(mark.group(1))));
      }
    }
    return found;
  }
}
