package org.orderly.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.identity.person.People;
import org.orderly.identity.token.TestKeys;
import org.orderly.kernel.UserId;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

class SessionsDatabaseTest {

  @RegisterExtension static final Application APP = Application.on("identity");

  private TestDatabase database;
  private Sessions sessions;
  private UserId ann;

  @BeforeAll
  static void provideAKey() {
    TestKeys.provide();
  }

  @BeforeEach
  void register() {
    database = APP.database("identity");
    database.execute("delete from outbox");
    sessions = APP.bean(Sessions.class);
    ann = People.add(database, UUID.randomUUID() + "@example.org");
  }

  private List<String> ends() {
    return database.rows(
        "select end_reason from session where user_id = ? order by id", ann.value());
  }

  @Test
  void opensASessionAndKeepsItsSecretAsAHash() {
    Tokens tokens = sessions.open(ann);

    assertThat(sessions.of(ann, null)).hasSize(1);
    assertThat(
            database.count(
                "refresh_token where user_id = ? and used_at is null and"
                    + " octet_length(token_hash) = 32",
                ann.value()))
        .isEqualTo(1);
    assertThat(
            database.count(
                "refresh_token where encode(token_hash, 'escape') like '%' || ? || '%'",
                tokens.refreshToken()))
        .isZero();
    assertThat(
            database.count(
                "audit_entry where action = 'session.opened' and subject = ?", ann.toString()))
        .isEqualTo(1);
  }

  @Test
  void endsTheOldestWhenThereAreTooMany() {
    for (int i = 0; i < 6; i++) {
      sessions.open(ann);
    }
    assertThat(sessions.of(ann, null)).hasSize(5);
    assertThat(ends()).containsExactly("(REPLACED)", "()", "()", "()", "()", "()");
  }

  @Test
  void opensNoMoreThanAllowedHoweverManySignInAtOnce() {
    ConcurrentCalls.run(8, i -> sessions.open(ann))
        .forEach(outcome -> assertThat(outcome.succeeded()).isTrue());
    assertThat(sessions.of(ann, null)).hasSize(5);
    assertThat(ends()).filteredOn("(REPLACED)"::equals).hasSize(3);
  }

  @Test
  void exchangesARefreshTokenForAnother() {
    Tokens first = sessions.open(ann);
    Tokens second = sessions.refresh(first.refreshToken());
    Tokens third = sessions.refresh(second.refreshToken());

    assertThat(third.refreshToken())
        .isNotEqualTo(first.refreshToken())
        .isNotEqualTo(second.refreshToken());
    assertThat(sessions.of(ann, null)).hasSize(1);
    assertThat(database.count("refresh_token where user_id = ? and used_at is null", ann.value()))
        .isEqualTo(1);
  }

  @Test
  void endsASessionWhoseRefreshTokenComesTwice() {
    Tokens first = sessions.open(ann);
    Tokens second = sessions.refresh(first.refreshToken());

    assertThatThrownBy(() -> sessions.refresh(first.refreshToken()))
        .isInstanceOf(InvalidRefreshToken.class);

    assertThat(ends()).containsExactly("(TOKEN_REUSED)");
    assertThat(database.events()).containsExactly("RefreshTokenReused");
    assertThat(
            database.count(
                "denied_session d join session s on s.id = d.session_id" + " where s.user_id = ?",
                ann.value()))
        .isEqualTo(1);
    assertThatThrownBy(() -> sessions.refresh(second.refreshToken()))
        .isInstanceOf(InvalidRefreshToken.class);
    assertThat(database.events()).as("told once").hasSize(1);
  }

  @Test
  void givesNewTokensOnceHoweverManyUseARefreshToken() {
    Tokens tokens = sessions.open(ann);
    List<ConcurrentCalls.Outcome<Tokens>> outcomes =
        ConcurrentCalls.run(6, i -> sessions.refresh(tokens.refreshToken()));

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allMatch(outcome -> outcome.failure() instanceof InvalidRefreshToken);
    assertThat(ends()).containsExactly("(TOKEN_REUSED)");
    assertThat(database.events()).containsExactly("RefreshTokenReused");
  }

  @Test
  void refusesTokensThatGiveNoRight() {
    Tokens tokens = sessions.open(ann);
    assertThatThrownBy(() -> sessions.refresh("nonsense")).isInstanceOf(InvalidRefreshToken.class);
    database.execute(
        "update refresh_token set issued_at = now() - interval '8 days',"
            + " expires_at = now() - interval '1 day' where user_id = ?",
        ann.value());
    assertThatThrownBy(() -> sessions.refresh(tokens.refreshToken()))
        .isInstanceOf(InvalidRefreshToken.class);
    assertThat(ends()).containsExactly("()");
  }

  @Test
  void endsWhatIsTheUsersOwn() {
    sessions.open(ann);
    UUID id = sessions.of(ann, null).get(0).id();
    assertThatThrownBy(() -> sessions.end(UserId.newId(), id)).isInstanceOf(UnknownSession.class);
    assertThat(sessions.of(ann, null)).hasSize(1);

    sessions.end(ann, id);

    assertThat(sessions.of(ann, null)).isEmpty();
    assertThat(APP.bean(RevokedSessions.class).isDenied(id)).isTrue();
    assertThatThrownBy(() -> sessions.end(ann, id)).isInstanceOf(UnknownSession.class);
  }

  @Test
  void endsAllButOne() {
    sessions.open(ann);
    sessions.open(ann);
    sessions.open(ann);
    UUID kept = sessions.of(ann, null).get(1).id();
    sessions.endAll(ann, Optional.of(kept));
    assertThat(sessions.of(ann, null)).extracting(SessionView::id).containsExactly(kept);
  }

  @Test
  void deniesNothingIfTheTransactionRollsBack() {
    Tokens tokens = sessions.open(ann);
    UUID id = sessions.of(ann, null).get(0).id();
    assertThatThrownBy(
            () ->
                APP.inTransaction(
                    () -> {
                      sessions.endBy(tokens.refreshToken());
                      throw new IllegalStateException("changed my mind");
                    }))
        .hasMessage("changed my mind");
    assertThat(APP.bean(RevokedSessions.class).isDenied(id)).isFalse();
    assertThat(sessions.of(ann, null)).hasSize(1);
  }
}
