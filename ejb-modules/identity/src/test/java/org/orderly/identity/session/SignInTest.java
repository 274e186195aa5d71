package org.orderly.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.orderly.identity.password.FixedPasswords;
import org.orderly.identity.twofactor.FixedCodes;
import org.orderly.identity.twofactor.SecondFactor.Outcome;
import org.orderly.kernel.UserId;

class SignInTest {

  private static final UserId ADA = UserId.newId();

  private final List<String> seen = new ArrayList<>();
  private int admissions = Integer.MAX_VALUE;

  private final FixedPasswords passwords =
      new FixedPasswords(
          (email, password) -> {
            seen.add("compare");
            return email.equals("ada@example.org")
                ? FixedPasswords.known(ADA, password.equals("right"))
                : FixedPasswords.unknown();
          });

  private final LoginThrottle guard =
      new LoginThrottle(null, null, null, null, 0, null) {
        @Override
        void admit(String email) {
          if (admissions-- == 0) {
            throw SignInPaused.forAccount(Duration.ofMinutes(1));
          }
        }

        @Override
        void failed(String email, Optional<UserId> owner) {
          seen.add("failed " + owner.isPresent());
        }

        @Override
        void succeeded(String email) {
          seen.add("succeeded");
        }
      };

  private final Sessions sessions =
      new Sessions(null, null, null, null, null, null, null, 5, null) {
        @Override
        public Tokens open(UserId user) {
          return new Tokens(user.toString(), "refresh", "Bearer", 900);
        }
      };

  private final FixedCodes codes =
      new FixedCodes().showing(null, Outcome.NOT_ENROLLED).showing("123456", Outcome.ACCEPTED);

  private final SignIn signIn = new SignIn(passwords, guard, codes, sessions, false);

  @Test
  void opensASessionForTheRightPassword() {
    assertThat(signIn.login("ada@example.org", "right", null).accessToken())
        .isEqualTo(ADA.toString());
    assertThat(seen).containsExactly("compare", "succeeded");
  }

  @Test
  void countsAWrongPasswordAndAnUnknownAddressAlike() {
    assertRefused("ada@example.org", "wrong", InvalidCredentials.class);
    assertRefused("eve@example.org", "right", InvalidCredentials.class);
    assertThat(seen).containsExactly("compare", "failed true", "compare", "failed false");
  }

  @Test
  void comparesNothingWhileAnAccountIsPaused() {
    admissions = 0;
    assertRefused("ada@example.org", "right", SignInPaused.class);
    assertThat(seen).isEmpty();
  }

  @Test
  void refusesTheRightPasswordWhenTheAccountWasPausedMeanwhile() {
    admissions = 1;
    assertRefused("ada@example.org", "right", SignInPaused.class);
    assertThat(seen).containsExactly("compare");
  }

  @Test
  void asksForAVerifiedAddressAfterTheRightPasswordOnly() {
    SignIn strict = new SignIn(passwords, guard, codes, sessions, true);
    assertThatThrownBy(() -> strict.login("ada@example.org", "right", null))
        .isInstanceOf(EmailNotVerified.class);
    assertThatThrownBy(() -> strict.login("ada@example.org", "wrong", null))
        .isInstanceOf(InvalidCredentials.class);
  }

  @Test
  void asksForACodeWhereThereIsASecondFactorWithoutCountingAFailure() {
    codes.showing(null, Outcome.REQUIRED);
    assertRefused("ada@example.org", "right", TotpRequired.class);
    assertThat(seen).containsExactly("compare");
  }

  @Test
  void opensASessionForTheRightCode() {
    assertThat(signIn.login("ada@example.org", "right", "123456").accessToken())
        .isEqualTo(ADA.toString());
  }

  @Test
  void countsAWrongCodeAsAFailure() {
    assertThatThrownBy(() -> signIn.login("ada@example.org", "right", "000000"))
        .isInstanceOf(TotpInvalid.class);
    assertThat(seen).containsExactly("compare", "failed true");
  }

  @Test
  void looksAtNoCodeBeforeThePasswordIsRight() {
    assertThatThrownBy(() -> signIn.login("ada@example.org", "wrong", "000000"))
        .isInstanceOf(InvalidCredentials.class);
  }

  private void assertRefused(String email, String password, Class<?> reason) {
    assertThatThrownBy(() -> signIn.login(email, password, null)).isInstanceOf(reason);
  }
}
