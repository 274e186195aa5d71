package org.orderly.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.identity.person.NewUser;
import org.orderly.identity.person.UserProfile;
import org.orderly.kernel.InvalidValues;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

class RegistrationDatabaseTest {

  private static final String PASSWORD = "plum-Violet-73-harbour";

  @RegisterExtension static final Application APP = Application.on("identity");

  private final String email = UUID.randomUUID() + "@example.org";
  private TestDatabase database;

  @BeforeEach
  void begin() {
    database = APP.database("identity");
    database.execute("delete from outbox");
  }

  private UserProfile register(String typed) {
    return APP.bean(Registration.class)
        .register(new NewUser(typed, PASSWORD, "Ann", true, true, false));
  }

  @Test
  void writesThePersonTheConsentsAndTheEvents() {
    UserProfile ann = register(" " + email.toUpperCase(Locale.ROOT));

    assertThat(
            database.row(
                "select email, name, password_hash like '$argon2id$%', email_verified_at is null"
                    + " from users where id = ?",
                ann.id().value()))
        .isEqualTo("(" + email + ",Ann,t,t)");
    assertThat(
            database.rows(
                "select document, granted from consent where user_id = ? order by document",
                ann.id().value()))
        .containsExactly("(PRIVACY,t)", "(TERMS,t)");
    assertThat(database.events())
        .containsExactlyInAnyOrder("UserRegistered", "MailedLinkRequested");
    assertThat(database.count("outbox where payload like '%' || ? || '%'", PASSWORD)).isZero();
  }

  @Test
  void givesAnAddressToOneHoweverManyRegister() {
    List<ConcurrentCalls.Outcome<UserProfile>> outcomes =
        ConcurrentCalls.run(3, i -> register(email));

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allMatch(outcome -> outcome.failure() instanceof EmailTaken);
    assertThat(database.count("users where email = ?", email)).isEqualTo(1);
    assertThat(database.events()).filteredOn("UserRegistered"::equals).hasSize(1);
  }

  @Test
  void writesNothingOfWhatIsRefused() {
    assertThatThrownBy(
            () ->
                APP.bean(Registration.class)
                    .register(new NewUser("no address", "short", "", false, null, false)))
        .isInstanceOf(InvalidValues.class);
    assertThat(database.count("outbox")).isZero();
  }

  @Test
  void databaseKeepsTheProofOfAConsent() {
    register(email);
    for (String change : List.of("update consent set granted = false", "delete from consent")) {
      assertThatThrownBy(() -> database.execute(change)).hasMessageContaining("never changed");
    }
  }
}
