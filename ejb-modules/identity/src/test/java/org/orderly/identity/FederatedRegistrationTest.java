package org.orderly.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orderly.identity.consent.ConsentDocument;
import org.orderly.identity.password.PasswordHashing;
import org.orderly.identity.person.UserProfile;
import org.orderly.kernel.InvalidValue;
import org.orderly.platform.persistence.Transactions;

class FederatedRegistrationTest {

  private final FakeUsers users = new FakeUsers();
  private final PasswordHashing hashing = new PasswordHashing();
  private final Set<ConsentDocument> consents = new HashSet<>();
  private final Clock clock = Clock.systemUTC();
  private final FederatedRegistration registration =
      new FederatedRegistration(
          hashing,
          new Registration(
              null, hashing, new Transactions(), users, null, null, null, null, clock) {
            @Override
            void open(User user, Set<ConsentDocument> agreed) {
              users.add(user);
              consents.addAll(agreed);
            }
          },
          clock);

  @Test
  void opensAnAccountWhoseAddressIsVerifiedAndWhoseOwnerWasAskedForNothing() {
    UserProfile grace = registration.register("Grace@Example.org", "Grace Hopper");
    User stored = users.find(grace.id()).orElseThrow();
    assertThat(grace.email()).isEqualTo("grace@example.org");
    assertThat(grace.emailVerified()).isTrue();
    assertThat(grace.roles()).containsExactly("customer");
    assertThat(grace.termsAccepted()).isFalse();
    assertThat(stored.termsAcceptedAt()).isNull();
    assertThat(consents).isEmpty();
    assertThat(hashing.matches("", stored.passwordHash())).isFalse();
  }

  @Test
  void namesByTheAddressWhoHasNoNameThere() {
    assertThat(registration.register("grace@example.org", null).name()).isEqualTo("grace");
    assertThat(registration.register("ada@example.org", "a\nb").name()).isEqualTo("ada");
  }

  @Test
  void refusesWhatIsNoAddress() {
    assertThatThrownBy(() -> registration.register("nobody", "Nobody"))
        .isInstanceOf(InvalidValue.class);
    assertThat(users.stored).isEmpty();
  }
}
