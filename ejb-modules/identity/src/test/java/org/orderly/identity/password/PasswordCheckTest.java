package org.orderly.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.password4j.Argon2Function;
import com.password4j.BcryptFunction;
import com.password4j.types.Argon2;
import com.password4j.types.Bcrypt;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.UserId;

class PasswordCheckTest {

  private static final String PASSWORD = "correct horse battery";

  private final FakeHashes hashes = new FakeHashes();
  private final CountingHashing hashing = new CountingHashing();
  private final CountingGuard guard = new CountingGuard();
  private final PasswordCheck passwords =
      new PasswordCheck(
          hashes,
          hashing,
          new MaxHashCost(hashes, Clock.systemUTC()),
          new HashUpgrade(hashes),
          guard);

  /** Also adds up what each hash costs that is computed for somebody or nobody. */
  private static final class CountingHashing extends PasswordHashing {
    private int comparisons;
    private long bcryptRounds;
    private long argonKib;

    @Override
    public boolean matches(String password, String hash) {
      comparisons++;
      count(HashCost.of(hash));
      return super.matches(password, hash);
    }

    @Override
    public void idle(HashCost work) {
      count(work);
      super.idle(work);
    }

    private void count(HashCost work) {
      bcryptRounds += work.bcryptRounds();
      argonKib += work.argonKib();
    }
  }

  /** Pauses the account after so many failures in a row, as the sign-in does. */
  private static final class CountingGuard implements PasswordGuessLimit {
    private int failures;

    @Override
    public void admit(UserId user) {
      if (failures >= 5) {
        throw new IllegalStateException("paused");
      }
    }

    @Override
    public void failed(UserId user) {
      failures++;
    }

    @Override
    public void succeeded(UserId user) {
      failures = 0;
    }
  }

  @Test
  void knowsTheRightPasswordHoweverTheAddressIsTyped() {
    UserId ada = ada();
    assertThat(passwords.check(" ADA@Example.org ", PASSWORD))
        .isEqualTo(new PasswordCheck.Outcome(Optional.of(ada), true, false));
  }

  @Test
  void tellsWhoseAddressItIsWhenThePasswordIsWrong() {
    UserId ada = ada();
    assertThat(passwords.check("ada@example.org", "wrong password 1"))
        .isEqualTo(new PasswordCheck.Outcome(Optional.of(ada), false, false));
  }

  @Test
  void worksAsHardForAnUnknownAddressAsForAKnownOne() {
    assertThat(passwords.check("eve@example.org", PASSWORD))
        .isEqualTo(new PasswordCheck.Outcome(Optional.empty(), false, false));
    assertThat(hashing.comparisons).isEqualTo(1);
  }

  @Test
  void findsEmptyAndEndlessPasswordsWrong() {
    ada();
    assertThat(passwords.check("ada@example.org", "").matches()).isFalse();
    assertThat(passwords.check("ada@example.org", "a".repeat(1_000_000)).matches()).isFalse();
  }

  @Test
  void failsAfterTheSameWorkWhateverHashAnAccountHas() {
    user("ada@example.org", hashing.hash(PASSWORD));
    user("bob@example.org", bcrypt(5));
    user("cid@example.org", bcrypt(7));
    user("dan@example.org", argon(8192, 6));
    for (String email : List.of("ada", "bob", "cid", "dan", "nobody")) {
      hashing.bcryptRounds = 0;
      hashing.argonKib = 0;
      assertThat(passwords.check(email + "@example.org", "wrong password 1").matches()).isFalse();
      assertThat(hashing.bcryptRounds).as(email).isEqualTo(1 << 7);
      assertThat(hashing.argonKib).as(email).isEqualTo(8192 * 6);
    }
  }

  @Test
  void replacesOutdatedHashesWhenThePasswordIsRight() {
    UserId bob = user("bob@example.org", bcrypt(5));
    UserId dan = user("dan@example.org", argon(8192, 6));
    assertThat(passwords.check("bob@example.org", PASSWORD).matches()).isTrue();
    assertThat(passwords.check("dan@example.org", PASSWORD).matches()).isTrue();
    for (UserId upgraded : List.of(bob, dan)) {
      assertThat(hashes.hashOf(upgraded)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }
    assertThat(passwords.check("bob@example.org", PASSWORD).matches()).isTrue();
  }

  @Test
  void keepsOutdatedHashesWhenThePasswordIsWrong() {
    UserId bob = user("bob@example.org", bcrypt(5));
    passwords.check("bob@example.org", "wrong password 1");
    assertThat(hashes.hashOf(bob)).startsWith("$2b$05$");
  }

  @Test
  void letsInWhoseHashCannotBeReplacedNow() {
    PasswordCheck busy =
        new PasswordCheck(
            hashes,
            hashing,
            new MaxHashCost(hashes, Clock.systemUTC()),
            new HashUpgrade(hashes) {
              @Override
              void replace(Credentials old, String current) {
                throw new IllegalStateException("the database is away");
              }
            },
            guard);
    user("bob@example.org", bcrypt(5));
    assertThat(busy.check("bob@example.org", PASSWORD).matches()).isTrue();
  }

  @Test
  void asksASignedInUserForTheirOwnPassword() {
    UserId ada = ada();
    passwords.confirm(ada, PASSWORD);
    assertThatThrownBy(() -> passwords.confirm(ada, "wrong password 1"))
        .isInstanceOf(WrongPassword.class);
  }

  @Test
  void countsWhatASignedInUserTypesWrongUntilEvenTheRightOneHasToWait() {
    UserId ada = ada();
    for (int i = 0; i < 4; i++) {
      assertThatThrownBy(() -> passwords.confirm(ada, "wrong password 1"))
          .isInstanceOf(WrongPassword.class);
    }
    passwords.confirm(ada, PASSWORD);
    assertThat(guard.failures).isZero();
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> passwords.confirm(ada, "wrong password 1"))
          .isInstanceOf(WrongPassword.class);
    }
    hashing.comparisons = 0;
    assertThatThrownBy(() -> passwords.confirm(ada, PASSWORD)).hasMessage("paused");
    assertThat(hashing.comparisons).isZero();
  }

  private UserId ada() {
    return user("ada@example.org", hashing.hash(PASSWORD));
  }

  private UserId user(String email, String hash) {
    return hashes.add(email, hash);
  }

  private static String bcrypt(int cost) {
    return BcryptFunction.getInstance(Bcrypt.B, cost).hash(PASSWORD).getResult();
  }

  private static String argon(int memory, int passes) {
    return Argon2Function.getInstance(memory, passes, 1, 32, Argon2.ID).hash(PASSWORD).getResult();
  }
}
