package org.orderly.identity.twofactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.identity.person.People;
import org.orderly.identity.twofactor.SecondFactor.Outcome;
import org.orderly.kernel.UserId;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

/** Codes of a second factor: each is accepted once, however many show it. */
class SecondFactorDatabaseTest {

  @RegisterExtension static final Application APP = Application.on("identity");

  private TestDatabase database;
  private SecondFactor secondFactor;
  private UserId ann;
  private byte[] secret;
  private long step;
  private List<String> recoveryCodes;

  @BeforeEach
  void enrol() {
    database = APP.database("identity");
    secondFactor = APP.bean(SecondFactor.class);
    ann = People.add(database, UUID.randomUUID() + "@example.org");
    secondFactor.enrol(ann);
    byte[] sealed = APP.bean(SecondFactorRepository.class).find(ann).orElseThrow().secret();
    secret = APP.bean(FactorSecrets.class).open(sealed, ann);
    step = Totp.step(Instant.now());
    recoveryCodes = secondFactor.confirm(ann, Totp.code(secret, step)).recoveryCodes();
  }

  private List<Outcome> checkAtOnce(String code) {
    return ConcurrentCalls.run(4, i -> secondFactor.check(ann, code)).stream()
        .map(ConcurrentCalls.Outcome::value)
        .toList();
  }

  @Test
  void acceptACodeOfTheAppOnce() {
    assertThat(secondFactor.check(ann, Totp.code(secret, step))).isEqualTo(Outcome.WRONG);
    assertThat(checkAtOnce(Totp.code(secret, step + 1)))
        .containsOnlyOnce(Outcome.ACCEPTED)
        .filteredOn(Outcome.WRONG::equals)
        .hasSize(3);
  }

  @Test
  void acceptARecoveryCodeOnce() {
    assertThat(recoveryCodes).hasSize(10);
    assertThat(checkAtOnce(recoveryCodes.get(3)))
        .containsOnlyOnce(Outcome.ACCEPTED)
        .filteredOn(Outcome.WRONG::equals)
        .hasSize(3);
    assertThat(database.count("recovery_code where user_id = ?", ann.value())).isEqualTo(9);
    assertThat(
            database.count(
                "audit_entry where action = '2fa.recovery-code-used' and subject = ?",
                ann.toString()))
        .isEqualTo(1);
  }

  @Test
  void acceptNoCodeOfAnother() {
    UserId bob = People.add(database, UUID.randomUUID() + "@example.org");
    secondFactor.enrol(bob);

    assertThat(secondFactor.check(bob, null)).as("not confirmed").isEqualTo(Outcome.NOT_ENROLLED);
    assertThatThrownBy(() -> secondFactor.confirm(bob, Totp.code(secret, step + 1)))
        .isInstanceOf(WrongCode.class);
    assertThat(secondFactor.check(ann, null)).isEqualTo(Outcome.REQUIRED);
  }

  @Test
  void keepTheirSecretUntilTheyAreRemoved() {
    assertThatThrownBy(() -> secondFactor.enrol(ann)).isInstanceOf(AlreadyEnrolled.class);
    secondFactor.remove(ann);

    assertThat(secondFactor.isEnrolled(ann)).isFalse();
    assertThat(secondFactor.check(ann, recoveryCodes.get(0))).isEqualTo(Outcome.NOT_ENROLLED);
  }
}
