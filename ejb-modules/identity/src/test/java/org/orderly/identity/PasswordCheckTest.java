package org.orderly.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordCheckTest {

  private static final String PASSWORD = "correct horse battery";

  private final FakeUsers users = new FakeUsers();
  private final CountingHashing hashing = new CountingHashing();
  private final PasswordCheck passwords = new PasswordCheck(users, hashing);

  private static final class CountingHashing extends PasswordHashing {
    private int comparisons;

    @Override
    boolean matches(String password, String hash) {
      comparisons++;
      return super.matches(password, hash);
    }
  }

  @Test
  void knowsTheRightPasswordHoweverTheAddressIsTyped() {
    User ada = ada();
    assertThat(passwords.check(" ADA@Example.org ", PASSWORD))
        .isEqualTo(new PasswordCheck.Outcome(Optional.of(ada.id()), true));
  }

  @Test
  void tellsWhoseAddressItIsWhenThePasswordIsWrong() {
    User ada = ada();
    assertThat(passwords.check("ada@example.org", "wrong password 1"))
        .isEqualTo(new PasswordCheck.Outcome(Optional.of(ada.id()), false));
  }

  @Test
  void worksAsHardForAnUnknownAddressAsForAKnownOne() {
    assertThat(passwords.check("eve@example.org", PASSWORD))
        .isEqualTo(new PasswordCheck.Outcome(Optional.empty(), false));
    assertThat(hashing.comparisons).isEqualTo(1);
  }

  @Test
  void findsEmptyAndEndlessPasswordsWrong() {
    ada();
    assertThat(passwords.check("ada@example.org", "").matches()).isFalse();
    assertThat(passwords.check("ada@example.org", "a".repeat(1_000_000)).matches()).isFalse();
  }

  private User ada() {
    User ada =
        User.registering(
            EmailAddress.of("ada@example.org"),
            PersonName.of("Ada"),
            hashing.hash(PASSWORD),
            Clock.systemUTC());
    users.add(ada);
    return ada;
  }
}
