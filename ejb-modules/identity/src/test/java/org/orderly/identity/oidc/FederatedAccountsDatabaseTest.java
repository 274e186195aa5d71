package org.orderly.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.identity.person.People;
import org.orderly.kernel.UserId;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

/** The account of somebody for whom an identity provider vouches. */
class FederatedAccountsDatabaseTest {

  private static final String ISSUER = "https://accounts.example";
  private static final IdentityProvider PROVIDER =
      new IdentityProvider("example", ISSUER, "shop", "secret", false);

  @RegisterExtension static final Application APP = Application.on("identity");

  private final String email = UUID.randomUUID() + "@example.org";
  private final String subject = UUID.randomUUID().toString();
  private TestDatabase database;

  @BeforeEach
  void begin() {
    database = APP.database("identity");
  }

  private UserId signIn(String who, String address) {
    return APP.bean(FederatedAccounts.class)
        .of(PROVIDER, new OidcUserInfo(ISSUER, who, address, "Ann"));
  }

  private void assertRefused(String code, String who, String address) {
    assertThatThrownBy(() -> signIn(who, address))
        .isInstanceOfSatisfying(
            OidcSignInRefused.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private UserId verified() {
    UserId user = People.add(database, email);
    database.execute("update users set email_verified_at = now() where id = ?", user.value());
    return user;
  }

  @Test
  void linksTheAccountWithTheSameVerifiedAddress() {
    UserId ann = verified();

    assertThat(signIn(subject, email)).isEqualTo(ann);
    assertThat(signIn(subject, null)).as("known by the subject").isEqualTo(ann);
    assertThat(database.count("external_identity where user_id = ?", ann.value())).isEqualTo(1);
  }

  @Test
  void linksNoAccountWhoseOwnerHasNotVerifiedTheAddress() {
    UserId ann = People.add(database, email);

    assertRefused("account-not-verified", subject, email);
    assertThat(database.count("external_identity where user_id = ?", ann.value())).isZero();
  }

  @Test
  void linksNoSecondPersonOfTheSameProvider() {
    UserId ann = verified();
    signIn(subject, email);

    assertRefused("identity-already-linked", "another " + subject, email);
    assertThat(database.count("external_identity where user_id = ?", ann.value())).isEqualTo(1);
  }

  @Test
  void opensNoAccountWithoutAnAddress() {
    assertRefused("email-not-verified", subject, null);
  }

  @Test
  void opensOneAccountHoweverManySignInAtOnce() {
    List<ConcurrentCalls.Outcome<UserId>> outcomes =
        ConcurrentCalls.run(4, i -> signIn(subject, email));

    assertThat(outcomes).allMatch(ConcurrentCalls.Outcome::succeeded);
    assertThat(outcomes.stream().map(ConcurrentCalls.Outcome::value).distinct()).hasSize(1);
    assertThat(database.count("users where email = ? and email_verified_at is not null", email))
        .isEqualTo(1);
  }
}
