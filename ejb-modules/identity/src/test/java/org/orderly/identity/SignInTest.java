package org.orderly.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.UserId;

class SignInTest {

  private static final String PASSWORD = "correct horse battery";

  private final FakeUsers users = new FakeUsers();
  private final CountingHashing hashing = new CountingHashing();
  private final SignIn signIn = new SignIn(users, hashing, new NamedSessions());

  private static final class CountingHashing extends PasswordHashing {
    private int comparisons;

    @Override
    boolean matches(String password, String hash) {
      comparisons++;
      return super.matches(password, hash);
    }
  }

  /** The access token says whose session was opened. */
  private static final class NamedSessions extends Sessions {
    NamedSessions() {
      super(null, null, null);
    }

    @Override
    Tokens open(UserId userId) {
      return new Tokens(userId.toString(), "refresh", "Bearer", 900);
    }
  }

  @Test
  void opensASessionForTheRightPassword() {
    User ada = ada();
    assertThat(signIn.login(" ADA@Example.org ", PASSWORD).accessToken())
        .isEqualTo(ada.id().toString());
  }

  @Test
  void answersAnUnknownAddressLikeAWrongPassword() {
    ada();
    InvalidCredentials wrong = refusal(() -> signIn.login("ada@example.org", "wrong password 1"));
    InvalidCredentials unknown = refusal(() -> signIn.login("eve@example.org", PASSWORD));
    assertThat(unknown.getMessage()).isEqualTo(wrong.getMessage());
    assertThat(unknown.code()).isEqualTo(wrong.code()).isEqualTo("invalid-credentials");
    assertThat(unknown.details()).isEqualTo(wrong.details());
  }

  @Test
  void worksAsHardForAnUnknownAddressAsForAKnownOne() {
    refusal(() -> signIn.login("eve@example.org", PASSWORD));
    assertThat(hashing.comparisons).isEqualTo(1);
  }

  @Test
  void refusesEmptyAndEndlessPasswords() {
    ada();
    refusal(() -> signIn.login("ada@example.org", ""));
    refusal(() -> signIn.login("ada@example.org", "a".repeat(1_000_000)));
  }

  @Test
  void keepsTokensOutOfLogs() {
    assertThat(new Tokens("access", "refresh", "Bearer", 900).toString())
        .doesNotContain("access")
        .doesNotContain("refresh");
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

  private static InvalidCredentials refusal(ThrowingCallable login) {
    InvalidCredentials[] caught = new InvalidCredentials[1];
    assertThatThrownBy(login).isInstanceOfSatisfying(InvalidCredentials.class, e -> caught[0] = e);
    return caught[0];
  }
}
