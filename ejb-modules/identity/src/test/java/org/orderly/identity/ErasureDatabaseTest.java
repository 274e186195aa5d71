package org.orderly.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.identity.link.LinkIssue;
import org.orderly.identity.link.LinkPurpose;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.person.People;
import org.orderly.identity.person.UnknownUser;
import org.orderly.identity.session.Sessions;
import org.orderly.identity.token.TestKeys;
import org.orderly.kernel.UserId;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

/** What the identity database still says of somebody who was erased. */
class ErasureDatabaseTest {

  @RegisterExtension static final Application APP = Application.on("identity");

  private final String street = "1 Secret Street " + UUID.randomUUID();
  private final String email = "ann-" + UUID.randomUUID() + "@example.org";
  private TestDatabase database;
  private UserId ann;

  @BeforeAll
  static void provideAKey() {
    TestKeys.provide();
  }

  @BeforeEach
  void register() {
    database = APP.database("identity");
    database.execute("delete from user_role where role = 'admin'");
    ann = People.add(database, email);
    database.execute(
        "insert into address (id, user_id, name, street, city, postal_code, country, is_default)"
            + " values (gen_random_uuid(), ?, 'Ann', ?, 'Leeds', 'LS1 1AA', 'GB', true)",
        ann.value(),
        street);
    APP.bean(Sessions.class).open(ann);
    APP.inTransaction(
        () -> APP.bean(LinkIssue.class).issue(LinkPurpose.RESET_PASSWORD, EmailAddress.of(email)));
    database.execute("delete from outbox");
  }

  private static void erase(UserId user) {
    APP.bean(Erasure.class).erase(user);
  }

  private List<String> rowsWith(String text) {
    return database
        .rows(
            "select table_name from information_schema.tables where table_schema = 'public'"
                + " and table_type = 'BASE TABLE'")
        .stream()
        .map(row -> row.substring(1, row.length() - 1))
        .flatMap(table -> database.rows(like(table), "%" + text + "%").stream())
        .toList();
  }

  private static String like(String table) {
    return "select line from (select '%1$s ' || t::text as line from %1$s t) x where line like ?"
        .formatted(table);
  }

  @Test
  void leavesAPseudonymAndTellsTheOthers() {
    assertThat(rowsWith(email)).hasSize(2);
    assertThat(rowsWith(street)).hasSize(1);

    erase(ann);

    assertThat(rowsWith(email)).isEmpty();
    assertThat(rowsWith(street)).isEmpty();
    assertThat(
            database.row(
                "select name, password_hash, erased_at is not null from users where id = ?",
                ann.value()))
        .isEqualTo("(erased,$erased$,t)");
    assertThat(database.events()).containsExactly("UserErased");
    assertThat(
            database.count(
                "audit_entry where action = 'user.erased' and subject = ?", ann.toString()))
        .isEqualTo(1);
  }

  @Test
  void endsAllSessionsAtOnce() {
    erase(ann);
    assertThat(APP.bean(Sessions.class).of(ann, null)).isEmpty();
    assertThat(
            database.count(
                "denied_session d join session s on s.id = d.session_id where s.user_id = ?",
                ann.value()))
        .isEqualTo(1);
    assertThat(database.row("select device, address from session where user_id = ?", ann.value()))
        .isEqualTo("(\"\",\"\")");
  }

  @Test
  void freesTheAddress() {
    erase(ann);
    UserId again = People.add(database, email);
    assertThat(APP.bean(Users.class).withEmail(email))
        .hasValueSatisfying(user -> assertThat(user.id()).isEqualTo(again));
  }

  @Test
  void erasesOnce() {
    erase(ann);
    assertThatThrownBy(() -> erase(ann)).isInstanceOf(UnknownUser.class);
    assertThatThrownBy(() -> erase(UserId.newId())).isInstanceOf(UnknownUser.class);
    assertThat(database.events()).containsExactly("UserErased");
  }

  @Test
  void neverErasesTheLastAdmin() {
    UserId admin = People.addAdmin(database, "admin-" + email);
    assertThatThrownBy(() -> erase(admin)).isInstanceOf(LastAdmin.class);
    assertThat(rowsWith("admin-" + email)).hasSize(1);
    assertThat(database.events()).isEmpty();
  }

  @Test
  void leavesOneAdminWhenAllAreErasedAtOnce() {
    List<UserId> admins =
        List.of(
            People.addAdmin(database, "a-" + email),
            People.addAdmin(database, "b-" + email),
            People.addAdmin(database, "c-" + email));
    List<ConcurrentCalls.Outcome<Boolean>> outcomes =
        ConcurrentCalls.run(
            3,
            i -> {
              erase(admins.get(i));
              return true;
            });

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(2);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allMatch(outcome -> outcome.failure() instanceof LastAdmin);
    assertThat(APP.bean(Users.class).admins()).hasSize(1);
  }

  @Test
  void leavesOneAdminWhenAllLoseTheirRoleAtOnce() {
    List<UserId> admins =
        List.of(People.addAdmin(database, "a-" + email), People.addAdmin(database, "b-" + email));
    ConcurrentCalls.run(
        2, i -> APP.bean(RoleAssignment.class).assign(admins.get(i), List.of("customer")));
    assertThat(APP.bean(Users.class).admins()).hasSize(1);
  }
}
