package org.orderly.payment.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.payment.gateway.Authorization;
import org.orderly.payment.gateway.NextAction;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotencyKeyReused;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.testing.Application;

/** Reservations against a real database, whose rows decide who wins. */
class CardIntentRepositoryDatabaseTest {

  private static final String USER = "postgres";
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final UserId ANN = UserId.newId();
  private static final Money TEN = Money.of("10.00", "EUR");

  @RegisterExtension static final Application APP = Application.on(PaymentDatabase.NAME);

  private record Body(String text) {}

  /** With so many seconds of grace. */
  private static CardIntentRepository intents(int seconds) {
    return new CardIntentRepository(
        APP.bean(DomainDatabase.class, new Domain.Literal(PaymentDatabase.NAME)), seconds);
  }

  private static CardAuthorizationRequest request(String key, String body, Money amount) {
    return new CardAuthorizationRequest(
        IdempotencyKey.of(ANN, "place-order", key, new Body(body)), null, ANN, amount, "tok_ok");
  }

  private static CardIntent held(CardIntentRepository intents, CardAuthorizationRequest request) {
    Authorization yes = new Authorization(Authorization.Result.AUTHORIZED, "ref", null, null, null);
    return intents.answered(intents.begin(request, "sandbox"), IntentState.HELD, yes);
  }

  private static void place(CardAuthorization authorization) throws SQLException {
    SqlBatch writes = new SqlBatch();
    CardIntentRepository.place(writes, List.of(authorization));
    try (Connection connection = APP.database(PaymentDatabase.NAME).connect()) {
      writes.run(connection);
    }
  }

  @Test
  void findsWhatTheSameRequestAskedForBefore() {
    CardIntentRepository intents = intents(60);
    CardAuthorizationRequest request = request("again", "tea", TEN);
    CardIntent first = held(intents, request);
    CardIntent second = intents.begin(request, "sandbox");
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.order()).isEqualTo(first.order());
    assertThat(second.authorization().authorized()).isTrue();
  }

  @Test
  void remembersTheBuyersStep() {
    CardIntentRepository intents = intents(60);
    CardIntent asked = intents.begin(request("step", "tea", TEN), "sandbox");
    NextAction step = new NextAction(URI.create("https://bank.example/1"), "secret");
    Authorization answer =
        new Authorization(Authorization.Result.ACTION_REQUIRED, "ref", step, null, null);
    CardAuthorization authorization =
        intents.answered(asked, IntentState.STEP, answer).authorization();
    assertThat(authorization.authorized()).isFalse();
    assertThat(authorization.nextAction()).isEqualTo(step);
  }

  @Test
  void refusesAnotherRequestUnderTheSameKey() {
    CardIntentRepository intents = intents(60);
    CardIntent first = held(intents, request("reused", "tea", TEN));
    assertThatThrownBy(() -> intents.begin(request("reused", "coffee", TEN), "sandbox"))
        .isInstanceOf(IdempotencyKeyReused.class);
    assertThat(intents.begin(request("reused", "tea", TEN), "sandbox").id()).isEqualTo(first.id());
  }

  @Test
  void givesUpWhatWasReservedAtAnotherPrice() throws SQLException {
    CardIntentRepository intents = intents(60);
    CardIntent before = held(intents, request("dearer", "tea", TEN));
    CardIntent now = intents.begin(request("dearer", "tea", Money.of("11.00", "EUR")), "sandbox");
    assertThat(now.id()).isNotEqualTo(before.id());
    assertThatThrownBy(() -> place(before.authorization()))
        .isInstanceOf(AuthorizationExpired.class);
  }

  @Test
  void placesNothingOnWhatWasGivenUp() {
    CardIntentRepository intents = intents(0);
    CardAuthorization authorization = held(intents, request("late", "tea", TEN)).authorization();
    assertThat(claimed(intents, authorization.paymentId())).isTrue();
    assertThatThrownBy(() -> place(authorization)).isInstanceOf(AuthorizationExpired.class);
  }

  @Test
  void givesNothingUpThatAnOrderWasPlacedOn() throws SQLException {
    CardIntentRepository intents = intents(0);
    CardAuthorization authorization = held(intents, request("early", "tea", TEN)).authorization();
    place(authorization);
    intents.release(authorization);
    assertThat(claimed(intents, authorization.paymentId())).isFalse();
  }

  @Test
  void hasOneWinnerHoweverOftenTheyRace() {
    CardIntentRepository intents = intents(0);
    for (int round = 0; round < 20; round++) {
      CardAuthorization authorization =
          held(intents, request("race-" + round, "tea", TEN)).authorization();
      CompletableFuture<Boolean> placed =
          CompletableFuture.supplyAsync(() -> isPlaced(authorization), Thread::startVirtualThread);
      boolean givenUp = claimed(intents, authorization.paymentId());
      if (!givenUp && !placed.join()) {
        throw new AssertionError("nobody won round " + round);
      }
      assertThat(placed.join()).isNotEqualTo(givenUp);
    }
  }

  private static boolean isPlaced(CardAuthorization authorization) {
    try {
      place(authorization);
      return true;
    } catch (AuthorizationExpired e) {
      return false;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether it is among those that are to be given up; takes them all. */
  private static boolean claimed(CardIntentRepository intents, UUID id) {
    boolean found = false;
    for (Optional<CardIntent> next : List.of(intents.claim(LEASE), intents.claim(LEASE))) {
      found |= next.filter(intent -> intent.id().equals(id)).isPresent();
    }
    return found;
  }
}
