package org.orderly.tests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.server.component.Component;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.ConcurrentShoppers;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;
import org.orderly.tests.support.Shopper;

/** Being signed in: how it goes on, and how it ends. */
@ExtendWith(RunningShop.class)
class SessionIT {

  private static final String PASSWORD = "correct horse battery staple";

  private final String email = "guest-" + UUID.randomUUID() + "@example.org";
  private final UUID id = register();

  private UUID register() {
    Map<String, Object> person =
        Map.of("email", email, "password", PASSWORD, "name", "A Guest", "acceptTerms", true);
    return UUID.fromString(post("auth/register", person).expect(201).get("id").asText());
  }

  @Test
  void goesOnWithNewTokensEachTime() {
    JsonNode first = login().expect(200);
    JsonNode second = refresh(first).expect(200);
    assertThat(second.get("refreshToken")).isNotEqualTo(first.get("refreshToken"));
    assertThat(me(second).expect(200).get("id").asText()).isEqualTo(id.toString());
    refresh(second).expect(200);
    assertThat(sessions(second)).hasSize(1);
  }

  @Test
  void endsForBothWhenAUsedTokenComesAgain() {
    JsonNode first = login().expect(200);
    JsonNode second = refresh(first).expect(200);
    JsonNode elsewhere = login().expect(200);

    assertThat(refresh(first).code()).isEqualTo("invalid-refresh-token");
    assertThat(refresh(second).status()).isEqualTo(401);
    assertThatSessionHasEnded(me(first));
    assertThatSessionHasEnded(me(second));
    me(elsewhere).expect(200);
    Eventually.see(
        "a mail to the owner",
        () ->
            ShopDatabases.count(
                "notification",
                "select count(*) from mail_delivery where recipient = ? and subject like ?",
                email,
                "%signed out%"),
        mails -> mails == 1);
  }

  @Test
  void givesOneOfTwoWhoRefreshAtOnceNewTokensAndEndsTheSession() {
    JsonNode tokens = login().expect(200);
    List<Answer> answers = ConcurrentShoppers.of(2, number -> refresh(tokens));
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 401);
    assertThatSessionHasEnded(me(tokens));
  }

  @Test
  void endsAtOnceWhenSignedOut() {
    JsonNode tokens = login().expect(200);
    with(tokens).send("POST", "auth/logout", null).expect(204);
    assertThatSessionHasEnded(me(tokens));
    assertThat(refresh(tokens).status()).isEqualTo(401);

    JsonNode late = login().expect(200);
    Map<String, String> token = Map.of("refreshToken", late.get("refreshToken").asText());
    post("auth/logout", token).expect(204);
    post("auth/logout", token).expect(204);
    assertThatSessionHasEnded(me(late));
    assertThat(post("auth/logout", null).status()).isEqualTo(401);
  }

  @Test
  void showsWhereOneIsSignedInAndEndsOneOrAll() {
    JsonNode here = login().expect(200);
    JsonNode there = login().expect(200);
    JsonNode other = sessions(here).get(1);
    assertThat(sessions(here).get(0).get("current").asBoolean()).isTrue();
    assertThat(other.get("current").asBoolean()).isFalse();

    Shopper stranger = Shopper.registered(RunningShop.api());
    String path = "auth/sessions/" + other.get("id").asText();
    assertThat(stranger.send("DELETE", path, null).status()).isEqualTo(404);
    with(here).send("DELETE", path, null).expect(204);
    assertThatSessionHasEnded(me(there));

    JsonNode again = login().expect(200);
    with(here).send("DELETE", "auth/sessions?keepCurrent=true", null).expect(204);
    assertThatSessionHasEnded(me(again));
    with(here).send("DELETE", "auth/sessions", null).expect(204);
    assertThatSessionHasEnded(me(here));
  }

  @Test
  void keepsTheFiveNewest() {
    List<JsonNode> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(login().expect(200));
    }
    assertThatSessionHasEnded(me(all.get(0)));
    all.subList(1, 6).forEach(tokens -> me(tokens).expect(200));
    assertThat(sessions(all.get(5))).hasSize(5);
  }

  @Test
  void pausesAnAccountThatIsGuessedAt() {
    String nobody = "nobody-" + UUID.randomUUID() + "@example.org";
    for (String guessed : List.of(email, nobody)) {
      for (int i = 0; i < 5; i++) {
        assertThat(login(guessed, "wrong password " + i).code()).isEqualTo("invalid-credentials");
      }
    }
    Answer paused = login(email, PASSWORD);
    assertThat(paused.status()).isEqualTo(403);
    assertThat(paused.code()).isEqualTo("account-paused");
    assertThat(paused.body().get("retryAfterSeconds").asInt()).isBetween(1, 60);
    assertThat(login(nobody, PASSWORD).code()).isEqualTo("account-paused");

    RunningShop.admin().send("POST", "admin/users/" + id + "/unlock", null).expect(204);
    login().expect(200);
  }

  @Test
  void staysEndedAndStaysOpenWithoutRedis() {
    JsonNode ended = login().expect(200);
    JsonNode open = login().expect(200);
    with(ended).send("POST", "auth/logout", null).expect(204);
    RunningShop.crash(Component.REDIS);
    try {
      assertThatSessionHasEnded(me(ended));
      me(open).expect(200);
      JsonNode meanwhile = login().expect(200);
      with(meanwhile).send("POST", "auth/logout", null).expect(204);
      assertThatSessionHasEnded(me(meanwhile));
    } finally {
      RunningShop.start(Component.REDIS);
    }
    assertThatSessionHasEnded(me(ended));
    me(open).expect(200);
  }

  private Answer login() {
    return login(email, PASSWORD);
  }

  private static Answer login(String email, String password) {
    return post("auth/login", Map.of("email", email, "password", password));
  }

  private static Answer refresh(JsonNode tokens) {
    return post("auth/refresh", Map.of("refreshToken", tokens.get("refreshToken").asText()));
  }

  private Answer me(JsonNode tokens) {
    return with(tokens).get("users/me");
  }

  private JsonNode sessions(JsonNode tokens) {
    return with(tokens).get("auth/sessions").expect(200).get("items");
  }

  private Shopper with(JsonNode tokens) {
    String token = tokens.get("accessToken").asText();
    return new Shopper(RunningShop.api(), id, email, token, null);
  }

  private static Answer post(String path, Object body) {
    Api api = RunningShop.api();
    return api.send(Api.json(api.request(path), "POST", Api.text(body)));
  }

  private static void assertThatSessionHasEnded(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("session-ended");
  }
}
