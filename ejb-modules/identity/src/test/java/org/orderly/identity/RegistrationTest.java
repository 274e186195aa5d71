package org.orderly.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderly.identity.consent.ConsentDocument;
import org.orderly.identity.password.PasswordHashing;
import org.orderly.identity.password.UsualPolicy;
import org.orderly.identity.person.NewUser;
import org.orderly.identity.person.UserProfile;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.InvalidValues;
import org.orderly.platform.persistence.Transactions;

class RegistrationTest {

  private static final String PASSWORD = "correct horse battery";
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private final FakeUsers users = new FakeUsers();
  private final PasswordHashing hashing = new PasswordHashing();
  private Set<ConsentDocument> agreed;
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final Registration registration = new SilentRegistration();

  /** Stores the user without an event, a mail or an audit entry. */
  private final class SilentRegistration extends Registration {
    SilentRegistration() {
      super(new UsualPolicy(), hashing, new Transactions(), users, null, null, null, null, clock);
    }

    @Override
    void open(User user, Set<ConsentDocument> documents) {
      users.add(user);
      agreed = documents;
    }
  }

  @Test
  void makesACustomerOfWhoRegisters() {
    UserProfile ada = register("Ada@Example.org", PASSWORD, " Ada ", true);
    assertThat(ada.email()).isEqualTo("ada@example.org");
    assertThat(ada.name()).isEqualTo("Ada");
    assertThat(ada.roles()).containsExactly("customer");
    assertThat(users.find(ada.id())).isPresent();
  }

  @Test
  void notesWhenTheTermsWereAccepted() {
    UserProfile ada = register("ada@example.org", PASSWORD, "Ada", true);
    assertThat(users.find(ada.id()).orElseThrow().termsAcceptedAt()).isEqualTo(NOW);
  }

  @Test
  void keepsAHashAndNotThePassword() {
    UserProfile ada = register("ada@example.org", PASSWORD, "Ada", true);
    String kept = users.find(ada.id()).orElseThrow().passwordHash();
    assertThat(kept).doesNotContain(PASSWORD);
    assertThat(hashing.matches(PASSWORD, kept)).isTrue();
  }

  @Test
  void refusesASecondAccountForOneAddress() {
    register("ada@example.org", PASSWORD, "Ada", true);
    assertThatThrownBy(() -> register(" ADA@example.org", PASSWORD, "Eve", true))
        .isInstanceOfSatisfying(
            EmailTaken.class, e -> assertThat(e.code()).isEqualTo("email-taken"));
  }

  @ParameterizedTest
  @CsvSource({
    "ada,                     correct horse battery, Ada, true,  email",
    "ada@example.org,         short,                 Ada, true,  password",
    "ada@example.org,         correct horse battery, '',  true,  name",
    "ada@example.org,         correct horse battery, Ada, false, acceptTerms",
  })
  void refusesWhatIsNotAcceptableAndStoresNothing(
      String email, String password, String name, boolean terms, String field) {
    assertThatThrownBy(() -> register(email, password, name, terms))
        .isInstanceOfSatisfying(
            DomainException.class, e -> assertThat(e.details()).containsEntry("field", field));
    assertThat(users.stored).isEmpty();
  }

  @Test
  void tellsAllThatIsNotAcceptableAtOnce() {
    assertThatThrownBy(() -> register("ada", "short", "", false))
        .isInstanceOfSatisfying(
            InvalidValues.class,
            e ->
                assertThat(e.details().get("errors").toString())
                    .contains("field=email", "field=name", "field=password", "field=acceptTerms"));
    assertThat(users.stored).isEmpty();
  }

  @Test
  void takesTheTermsForThePrivacyNoticeAsWell() {
    register("ada@example.org", PASSWORD, "Ada", true);
    assertThat(agreed).containsExactly(ConsentDocument.TERMS, ConsentDocument.PRIVACY);
  }

  @Test
  void notesConsentToMarketingOnlyIfItIsGiven() {
    registration.register(new NewUser("ada@example.org", PASSWORD, "Ada", true, true, true));
    assertThat(agreed).contains(ConsentDocument.MARKETING);
  }

  @Test
  void refusesWhoDoesNotAcceptThePrivacyNotice() {
    NewUser refusing = new NewUser("ada@example.org", PASSWORD, "Ada", true, false, false);
    assertThatThrownBy(() -> registration.register(refusing))
        .isInstanceOfSatisfying(
            DomainException.class,
            e -> assertThat(e.details()).containsEntry("field", "acceptPrivacy"));
    assertThat(users.stored).isEmpty();
  }

  @Test
  void keepsPasswordsOutOfLogs() {
    assertThat(new NewUser("ada@example.org", PASSWORD, "Ada", true, null, false).toString())
        .doesNotContain(PASSWORD);
  }

  private UserProfile register(String email, String password, String name, boolean terms) {
    return registration.register(new NewUser(email, password, name, terms, null, false));
  }
}
