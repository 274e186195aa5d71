package org.orderly.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.identity.person.People;
import org.orderly.kernel.UserId;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

class LoginThrottleDatabaseTest {

  @RegisterExtension static final Application APP = Application.on("identity");

  private final String email = UUID.randomUUID() + "@example.org";
  private TestDatabase database;
  private LoginThrottle throttle;
  private UserId ann;

  @BeforeEach
  void register() {
    database = APP.database("identity");
    database.execute("delete from outbox");
    database.execute("delete from login_failure");
    database.execute("delete from guessed_account");
    throttle = APP.bean(LoginThrottle.class);
    ann = People.add(database, email);
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed(email, Optional.of(ann));
    }
  }

  private void letThePauseEnd() {
    database.execute("update login_failure set paused_until = now() - interval '1 second'");
  }

  private long pausedSeconds() {
    String row =
        database.row(
            "select round(extract(epoch from paused_until - now()) / 60)::int from login_failure");
    return Long.parseLong(row.substring(1, row.length() - 1)) * 60;
  }

  @Test
  void pausesAnAccountAfterFiveFailures() {
    fail(4);
    throttle.admit(email);
    fail(1);

    assertThatThrownBy(() -> throttle.admit(email))
        .isInstanceOfSatisfying(
            SignInPaused.class, refusal -> assertThat(refusal.code()).isEqualTo("account-paused"));
    assertThat(pausedSeconds()).isEqualTo(60);
    assertThat(database.events()).containsExactly("AccountPaused");
  }

  @Test
  void pausesTwiceAsLongEachTime() {
    fail(5);
    letThePauseEnd();
    fail(1);
    assertThat(pausedSeconds()).isEqualTo(120);
    letThePauseEnd();
    fail(1);
    assertThat(pausedSeconds()).isEqualTo(240);
  }

  @Test
  void knowsAnAccountHoweverItsAddressIsTyped() {
    fail(4);
    throttle.failed(" " + email.toUpperCase(Locale.ROOT), Optional.of(ann));
    assertThatThrownBy(() -> throttle.admit(email)).isInstanceOf(SignInPaused.class);
  }

  @Test
  void treatsUnknownAccountsAlikeAndTellsNobody() {
    for (int i = 0; i < 5; i++) {
      throttle.failed("nobody@example.org", Optional.empty());
    }
    assertThatThrownBy(() -> throttle.admit("nobody@example.org")).isInstanceOf(SignInPaused.class);
    assertThat(database.events()).isEmpty();
    throttle.admit(email);
  }

  @Test
  void countsOfManyGuessesAtOnceOnlyThoseBeforeThePause() {
    List<ConcurrentCalls.Outcome<Boolean>> outcomes =
        ConcurrentCalls.run(
            16,
            i -> {
              throttle.failed(email, Optional.of(ann));
              return true;
            });

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(5);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allMatch(outcome -> outcome.failure() instanceof SignInPaused);
    assertThat(database.row("select failures from login_failure")).isEqualTo("(5)");
    assertThat(database.events()).containsExactly("AccountPaused");
  }

  @Test
  void beginsAnewAfterASuccess() {
    fail(4);
    throttle.succeeded(email);
    fail(4);
    throttle.admit(email);
    assertThat(database.events()).isEmpty();
  }

  @Test
  void beginsAnewAfterADay() {
    fail(4);
    database.execute("update login_failure set last_failed_at = now() - interval '25 hours'");
    fail(1);
    assertThat(database.row("select failures from login_failure")).isEqualTo("(1)");
  }

  @Test
  void letsAnAdminUnlockAnAccount() {
    fail(5);
    throttle.unlock(ann);
    throttle.admit(email);
    assertThat(database.count("audit_entry where action = 'account.unlocked'")).isPositive();
  }

  @Test
  void blocksANetworkThatFailsOnManyAccounts() {
    for (int i = 0; i < 30; i++) {
      throttle.failed(i + email, Optional.empty());
    }
    assertThatThrownBy(() -> throttle.admit("another@example.org"))
        .isInstanceOfSatisfying(
            SignInPaused.class, refusal -> assertThat(refusal.code()).isEqualTo("address-blocked"));
    database.execute("update guessed_account set guessed_at = now() - interval '16 minutes'");
    throttle.admit("another@example.org");
  }
}
