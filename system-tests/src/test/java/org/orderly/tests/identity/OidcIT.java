package org.orderly.tests.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.tests.support.NothingChanges.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProvider;

/** People sign in by an identity provider, which says who they are: so far, and no further. */
@ExtendWith(RunningShop.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OidcIT {

  private static final Pattern SECRET = Pattern.compile("#oidc=([\\w-]+)$");

  private final String subject = "subject-" + UUID.randomUUID();
  private final String email = "grace-" + UUID.randomUUID() + "@example.org";

  /** A browser on its way: where it is sent next, and the cookie that it keeps. */
  private record Way(URI next, String cookie) {

    static Way begin(String query) {
      Answer answer = RunningShop.api().get("auth/oidc/mock/login" + query);
      answer.expect(302);
      String cookie = answer.header("Set-Cookie");
      assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
      return new Way(URI.create(answer.header("Location")), cookie.split(";")[0]);
    }

    /** The same with something else for one parameter of the address. */
    Way asking(String parameter) {
      String changed = next.toString().replaceAll(parameter + "=[^&]*", parameter + "=another");
      return new Way(URI.create(changed), cookie);
    }

    /** Goes there, and is sent on. */
    Way on() {
      HttpRequest.Builder request = RunningShop.api().request(next.toString()).GET();
      Answer answer = RunningShop.api().send(request.header("Cookie", cookie));
      answer.expect(302);
      return new Way(URI.create(answer.header("Location")), cookie);
    }

    Answer pickUp() {
      Matcher secret = SECRET.matcher(next.toString());
      assertThat(secret.find()).as(next.toString()).isTrue();
      HttpRequest.Builder request =
          RunningShop.api().request("auth/oidc/session").header("Cookie", cookie);
      String body = Api.text(Map.of("code", secret.group(1)));
      return RunningShop.api().send(Api.json(request, "POST", body));
    }
  }

  @BeforeAll
  static void openTheProvider() {
    TestProvider.start();
  }

  @AfterAll
  static void closeTheProvider() {
    TestProvider.stop();
  }

  @Test
  @Order(1)
  void opensAnAccountForWhoComesForTheFirstTimeAndFindsItAgain() {
    TestProvider.says(subject, TestProvider.person(email, true));
    Way back = Way.begin("?returnTo=%2F%23%2Fcart").on().on();
    assertThat(back.next().toString())
        .startsWith(RunningShop.url() + "account/?returnTo=%2F%23%2Fcart#oidc=");
    JsonNode me = me(back.pickUp());
    assertThat(me.path("email").asText()).isEqualTo(email);
    assertThat(me.path("name").asText()).isEqualTo("Grace Hopper");
    assertThat(me.path("emailVerified").asBoolean()).isTrue();
    assertThat(me.path("termsAccepted").asBoolean(true)).isFalse();
    refused(back.pickUp(), 401, "invalid-code");

    TestProvider.says(subject, TestProvider.person("other-" + email, false));
    Shopper grace = person(Way.begin("").on().on().pickUp());
    assertThat(grace.get("users/me").expect(200)).isEqualTo(me);
    acceptsTheTermsWhenAsked(grace);
  }

  private static void acceptsTheTermsWhenAsked(Shopper grace) {
    assertThat(grace.get("users/me/consents").expect(200).path("items")).isEmpty();
    refused(
        grace.send("PUT", "users/me/consents/terms", Map.of("granted", false)),
        400,
        "invalid-value");
    for (int i = 0; i < 2; i++) {
      JsonNode consents =
          grace
              .send("PUT", "users/me/consents/terms", Map.of("granted", true))
              .expect(200)
              .path("items");
      assertThat(consents.findValuesAsText("document"))
          .containsExactlyInAnyOrder("terms", "privacy");
    }
    assertThat(grace.get("auth/me").expect(200).path("termsAccepted").asBoolean()).isTrue();
  }

  @Test
  @Order(2)
  void linksAnAccountWhoseAddressIsVerified() throws Exception {
    Shopper ann = Shopper.registered(RunningShop.api());
    verify(ann.email());
    TestProvider.says(subject, TestProvider.person(ann.email().toUpperCase(Locale.ROOT), true));
    JsonNode me = me(Way.begin("").on().on().pickUp());
    assertThat(me.path("id").asText()).isEqualTo(ann.id().toString());
    JsonNode held = ann.get("users/me/export").expect(200).path("identities");
    assertThat(held.findValuesAsText("subject")).containsExactly(subject);
    assertThat(Instant.parse(held.path(0).path("linkedAt").asText())).isBefore(Instant.now());

    TestProvider.says("another-" + subject, TestProvider.person(ann.email(), true));
    assertThat(Way.begin("").on().on().next()).hasFragment("oidc-error=identity-already-linked");
  }

  @Test
  @Order(3)
  void leavesAnAccountAloneWhoseAddressNobodyHasVerified() {
    Shopper early = Shopper.registered(RunningShop.api());
    TestProvider.says(subject, TestProvider.person(early.email(), true));

    assertThat(Way.begin("").on().on().next()).hasFragment("oidc-error=account-not-verified");
    early.get("users/me").expect(200);
  }

  @Test
  @Order(4)
  void takesNoAddressThatTheProviderHasNotVerified() {
    TestProvider.says(subject, TestProvider.person(email, false));
    assertThat(Way.begin("").on().on().next()).hasFragment("oidc-error=email-not-verified");
  }

  @Test
  @Order(4)
  void takesNoAddressForAnotherThatOnlyLooksOrFoldsLikeIt() throws Exception {
    Shopper kim = Shopper.registered(RunningShop.api());
    verify(kim.email());
    String name = kim.email().replaceFirst("@.*", "");
    for (String like : new String[] {name + "@exam\u200bple.org", "\u212a" + kim.email()}) {
      TestProvider.says("like-" + UUID.randomUUID(), TestProvider.person(like, true));
      assertThat(Way.begin("").on().on().next()).hasFragment("oidc-error=email-not-verified");
    }
    assertThat(kim.get("users/me/export").expect(200).path("identities")).isEmpty();
  }

  @Test
  @Order(5)
  void takesAnAnswerOnceAndFromTheBrowserThatBegan() {
    TestProvider.says(subject, TestProvider.person(email, true));
    Way callback = Way.begin("").on();
    Way stranger = new Way(callback.next(), Way.begin("").cookie());
    assertThat(stranger.on().next()).hasFragment("oidc-error=invalid-state");

    Way page = callback.on();
    refused(new Way(page.next(), stranger.cookie()).pickUp(), 401, "invalid-code");
    page.pickUp().expect(200);
    assertThat(callback.on().next()).hasFragment("oidc-error=invalid-state");
  }

  @Test
  @Order(6)
  void takesNoTokenOfAnotherSignIn() {
    TestProvider.says(subject, TestProvider.person(email, true));
    assertThat(Way.begin("").asking("nonce").on().on().next())
        .hasFragment("oidc-error=invalid-id-token");
  }

  @Test
  @Order(7)
  void leadsNowhereElse() {
    for (String place : new String[] {"https://evil.example", "//evil.example", "/%5Cevil"}) {
      refused(
          RunningShop.api().get("auth/oidc/mock/login?returnTo=" + place), 400, "invalid-value");
    }
    refused(RunningShop.api().get("auth/oidc/nobody/login"), 404, "unknown-provider");
    JsonNode ways = RunningShop.api().get("auth/oidc").expect(200).path("items");
    assertThat(ways.findValuesAsText("loginUrl")).containsExactly("/api/v1/auth/oidc/mock/login");
  }

  @Test
  @Order(8)
  void saysSoWhenTheProviderIsAway() {
    Way way = Way.begin("").on();
    TestProvider.stop();
    try {
      assertThat(way.on().next()).hasFragment("oidc-error=provider-unavailable");
    } finally {
      TestProvider.start();
    }
  }

  /** What the mailed link does. */
  private static void verify(String email) throws SQLException {
    Map<String, String> shop = RunningShop.environment();
    try (Connection connection =
            DriverManager.getConnection(
                shop.get("ORDERLY_DB_IDENTITY_URL"),
                shop.get("ORDERLY_DB_IDENTITY_USER"),
                shop.get("ORDERLY_DB_IDENTITY_PASSWORD"));
        PreparedStatement update =
            connection.prepareStatement(
                "update users set email_verified_at = now() where email = ?")) {
      update.setString(1, email);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private static JsonNode me(Answer tokens) {
    return person(tokens).get("users/me").expect(200);
  }

  private static Shopper person(Answer tokens) {
    String token = tokens.expect(200).path("accessToken").asText();
    return new Shopper(RunningShop.api(), null, null, token, Instant.now());
  }
}
