package org.orderly.tests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.Mails;
import org.orderly.tests.support.NothingChanges;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;

/** What people do about their accounts, with the links that they are mailed. */
@ExtendWith(RunningShop.class)
class AccountIT {

  private static final String ANOTHER = "another battery of horses";

  /** What other programs hashed "password" to, with bcrypt. */
  private static final String FOREIGN_HASH =
      "$2y$10$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi";

  @Test
  void addressIsVerifiedOnceByTheLinkThatWasMailedToIt() {
    Shopper ann = Shopper.registered(RunningShop.api());
    assertThat(me(ann).get("emailVerified").asBoolean()).isFalse();
    String secret = Mails.secret(ann.email(), "verify");
    assertThat(auth("verify-email", Map.of("token", secret)).status()).isEqualTo(204);
    assertThat(me(ann).get("emailVerified").asBoolean()).isTrue();
    assertThat(auth("verify-email", Map.of("token", secret)).code()).isEqualTo("invalid-link");
  }

  @Test
  void forgottenPasswordIsReplacedOnceAndEverySessionEnds() {
    Shopper ann = Shopper.registered(RunningShop.api());
    Answer known = auth("password-reset", Map.of("email", ann.email()));
    Answer unknown = auth("password-reset", Map.of("email", "nobody-" + ann.email()));
    assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(202);
    String secret = Mails.secret(ann.email(), "reset");
    Map<String, String> common = Map.of("token", secret, "password", "password1234");
    assertThat(auth("password-reset/confirm", common).code()).isEqualTo("password-too-common");
    Map<String, String> good = Map.of("token", secret, "password", ANOTHER);
    assertThat(auth("password-reset/confirm", good).status()).isEqualTo(204);
    assertThat(auth("password-reset/confirm", good).code()).isEqualTo("invalid-link");
    assertThat(ann.get("users/me").status()).isEqualTo(401);
    assertThat(me(Shopper.signedIn(RunningShop.api(), ann.email(), ANOTHER))).isNotEmpty();
    assertThat(Mails.to("nobody-" + ann.email())).isEmpty();
  }

  @Test
  void profileIsAlsoFoundAndChangedWhereIntegratorsLook() {
    Shopper ann = Shopper.registered(RunningShop.api());
    Answer changed = ann.send("PUT", "users/me", Map.of("name", "Ann Other"));
    assertThat(changed.expect(200).get("name").asText()).isEqualTo("Ann Other");
    assertThat(ann.get("auth/me").expect(200)).isEqualTo(ann.get("users/me").expect(200));
    assertThat(me(ann).get("termsAccepted").asBoolean()).isTrue();
    Shopper admin = RunningShop.admin();
    assertThat(admin.get("users?limit=5").expect(200))
        .isEqualTo(admin.get("admin/users?limit=5").expect(200));
    String exact = admin.get("users?email=" + ann.email()).expect(200).at("/items/0/id").asText();
    assertThat(exact).isEqualTo(ann.id().toString());
    NothingChanges.refused(admin.get("users?email=a%00b"), 400, "invalid-value");
  }

  @Test
  void guessingThePasswordOfASessionHasToWaitLikeAtTheSignIn() {
    Shopper here = Shopper.registered(RunningShop.api());
    Map<String, String> wrong = Map.of("currentPassword", "guessed", "newPassword", ANOTHER);
    for (int i = 0; i < 5; i++) {
      assertThat(here.send("PUT", "users/me/password", wrong).code()).isEqualTo("wrong-password");
    }
    Map<String, String> right = Map.of("currentPassword", Shopper.PASSWORD, "newPassword", ANOTHER);
    NothingChanges.refused(here.send("PUT", "users/me/password", right), 403, "account-paused");
    Map<String, String> erasure = Map.of("password", Shopper.PASSWORD);
    NothingChanges.refused(here.send("DELETE", "users/me", erasure), 403, "account-paused");
    assertThat(here.get("users/me").status()).isEqualTo(200);
  }

  @Test
  void changedPasswordEndsTheOtherSessionsAlone() {
    Shopper here = Shopper.registered(RunningShop.api());
    Shopper there = Shopper.signedIn(RunningShop.api(), here.email(), Shopper.PASSWORD);
    Map<String, String> wrong = Map.of("currentPassword", "guessed", "newPassword", ANOTHER);
    assertThat(here.send("PUT", "users/me/password", wrong).code()).isEqualTo("wrong-password");
    Map<String, String> right = Map.of("currentPassword", Shopper.PASSWORD, "newPassword", ANOTHER);
    here.send("PUT", "users/me/password", right).expect(204);
    assertThat(here.get("users/me").status()).isEqualTo(200);
    assertThat(there.get("users/me").status()).isEqualTo(401);
  }

  @Test
  void accountMovesToAnotherAddressWhenBothHaveAgreed() {
    Shopper ann = Shopper.registered(RunningShop.api());
    String target = "moved-" + ann.email();
    Map<String, String> orderRequest = Map.of("email", target, "password", Shopper.PASSWORD);
    ann.send("POST", "users/me/email", orderRequest).expect(202);
    String old = Mails.secret(ann.email(), "confirm-email");
    String fresh = Mails.secret(target, "confirm-email");
    assertThat(auth("confirm-email", Map.of("token", fresh)).body().path("changed").asBoolean())
        .isFalse();
    assertThat(me(ann).get("email").asText()).isEqualTo(ann.email());
    assertThat(auth("confirm-email", Map.of("token", old)).body().path("changed").asBoolean())
        .isTrue();
    assertThat(me(ann).get("email").asText()).isEqualTo(target);
    assertThat(auth("confirm-email", Map.of("token", fresh)).code()).isEqualTo("invalid-link");
  }

  @Test
  void importedUserSignsInWithTheOldPasswordWhoseHashIsThenReplaced() {
    String email = "imported-" + Shopper.registered(RunningShop.api()).email();
    Map<String, Object> person =
        Map.of("email", email, "name", "Ida", "passwordHash", FOREIGN_HASH, "emailVerified", true);
    JsonNode ida = RunningShop.admin().send("POST", "admin/users", person).expect(201);
    for (int i = 0; i < 2; i++) {
      Shopper signedIn = Shopper.signedIn(RunningShop.api(), email, "password");
      assertThat(signedIn.id()).hasToString(ida.get("id").asText());
    }
    Map<String, Object> tooDear =
        Map.of(
            "email", "x" + email, "name", "Ida", "passwordHash", FOREIGN_HASH.replace("10", "31"));
    assertThat(RunningShop.admin().send("POST", "admin/users", tooDear).status()).isEqualTo(400);
  }

  @Test
  void addressBookIsItsOwnersAlone() {
    Shopper ann = Shopper.registered(RunningShop.api());
    Shopper eve = Shopper.registered(RunningShop.api());
    String id = ann.send("POST", "users/me/addresses", Shopper.HOME).expect(201).get("id").asText();
    assertThat(eve.send("PUT", "users/me/addresses/" + id, Shopper.HOME).status()).isEqualTo(404);
    assertThat(eve.send("DELETE", "users/me/addresses/" + id, null).status()).isEqualTo(404);
    JsonNode kept = ann.get("users/me/addresses").expect(200).get("items");
    assertThat(kept).hasSize(1);
    assertThat(kept.get(0).get("isDefault").asBoolean()).isTrue();
  }

  private static JsonNode me(Shopper shopper) {
    return shopper.get("users/me").expect(200);
  }

  private static Answer auth(String path, Object body) {
    Api api = RunningShop.api();
    return api.send(Api.json(api.request("auth/" + path), "POST", Api.text(body)));
  }
}
