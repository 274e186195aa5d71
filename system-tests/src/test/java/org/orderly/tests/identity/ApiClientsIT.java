package org.orderly.tests.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.tests.support.NothingChanges.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** Programs work for the shop: with what an admin gave them, and no longer than that. */
@ExtendWith(RunningShop.class)
class ApiClientsIT {

  private static final String CREDENTIALS = "grant_type=client_credentials";

  private static TestProducts tea;
  private static JsonNode warehouse;

  @BeforeAll
  static void makeAnApiClient() {
    tea = TestProducts.listed("1.00", "EUR", 100, null);
    warehouse = made("stock:write", "orders:read");
  }

  @Test
  void opensWhatItsScopesSayAndNothingElse() {
    JsonNode grant = token(warehouse, CREDENTIALS).expect(200);
    assertThat(grant.path("scope").asText()).isEqualTo("orders:read stock:write");
    assertThat(grant.path("expires_in").asInt()).isEqualTo(300);
    Shopper apiClient = apiClient(grant);

    apiClient.send("POST", stock(), delivery()).expect(201);
    apiClient.get("orders/all").expect(200);
    refused(
        apiClient.send("POST", "products", TestProducts.draft("1.00", "EUR")), 403, "forbidden");
    refused(apiClient.get("users/me"), 403, "forbidden");
    refused(apiClient.get("cart"), 403, "forbidden");
    refused(apiClient.get("admin/clients"), 403, "forbidden");
    refused(apiClient.get("admin/invariants"), 403, "forbidden");
  }

  @Test
  void listsProductsForTheShopAndNotAsAVendor() {
    Shopper importer = apiClient(token(made("catalog:write"), CREDENTIALS).expect(200));
    JsonNode listed =
        importer.send("POST", "products", TestProducts.draft("1.00", "EUR")).expect(201);
    assertThat(listed.path("vendorId").isNull() || listed.path("vendorId").isMissingNode())
        .isTrue();
    refused(importer.send("POST", stock(), delivery()), 403, "forbidden");
    Map<String, Object> counted = TestProducts.draft("1.00", "EUR");
    counted.put("stock", 5);
    JsonNode outcome =
        importer
            .send("POST", "products/batch", Map.of("items", List.of(counted)))
            .expect(200)
            .at("/items/0");
    assertThat(outcome.path("code").asText()).isEqualTo("forbidden");
    assertThat(outcome.path("detail").asText()).contains("stock:write");
  }

  @Test
  void narrowsTheScopeWhenAskedTo() {
    JsonNode grant = token(warehouse, CREDENTIALS + "&scope=orders%3Aread").expect(200);
    assertThat(grant.path("scope").asText()).isEqualTo("orders:read");
    refused(apiClient(grant).send("POST", stock(), delivery()), 403, "forbidden");
    assertThat(oauthError(token(warehouse, CREDENTIALS + "&scope=catalog%3Awrite"), 400))
        .isEqualTo("invalid_scope");
  }

  @Test
  void takesCredentialsFromTheForm() {
    String form =
        CREDENTIALS
            + "&client_id="
            + warehouse.path("clientId").asText()
            + "&client_secret="
            + URLEncoder.encode(warehouse.path("clientSecret").asText(), StandardCharsets.UTF_8);
    Answer answer = post(form, null);
    answer.expect(200);
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  @Test
  void refusesInTheWordsOfTheProtocol() {
    Answer wrong = post(CREDENTIALS, basic(warehouse.path("clientId").asText(), "wrong"));
    assertThat(oauthError(wrong, 401)).isEqualTo("invalid_client");
    assertThat(wrong.header("WWW-Authenticate")).startsWith("Basic");
    String nobody = UUID.randomUUID().toString();
    assertThat(oauthError(post(CREDENTIALS, basic(nobody, "wrong")), 401))
        .isEqualTo("invalid_client");
    assertThat(oauthError(post(CREDENTIALS, null), 401)).isEqualTo("invalid_client");
    assertThat(oauthError(token(warehouse, "grant_type=password"), 400))
        .isEqualTo("unsupported_grant_type");
    assertThat(oauthError(token(warehouse, "scope=orders%3Aread"), 400))
        .isEqualTo("invalid_request");
  }

  @Test
  void notesWhatBecomesOfAnApiClient() {
    String id = made("orders:read").path("clientId").asText();
    post(CREDENTIALS, basic(id, "wrong")).expect(401);
    RunningShop.admin().send("DELETE", "admin/clients/" + id, null).expect(204);

    JsonNode log = RunningShop.admin().get("admin/audit-log?subject=" + id).expect(200);
    assertThat(log.path("items").findValuesAsText("action"))
        .containsExactly("client.revoked", "client.token-refused", "client.created");
  }

  @Test
  void endsTheTokensOfARevokedApiClientAtOnce() {
    JsonNode client = made("orders:read");
    String address = "admin/clients/" + client.path("clientId").asText();
    Shopper apiClient = apiClient(token(client, CREDENTIALS).expect(200));
    apiClient.get("orders/all").expect(200);

    RunningShop.admin().send("DELETE", address, null).expect(204);
    RunningShop.admin().send("DELETE", address, null).expect(204);

    assertThat(apiClient.get("orders/all").status()).isEqualTo(401);
    assertThat(oauthError(token(client, CREDENTIALS), 401)).isEqualTo("invalid_client");
    JsonNode shown = RunningShop.admin().get(address).expect(200);
    assertThat(shown.path("revokedAt").asText()).isNotEmpty();
    assertThat(shown.has("clientSecret")).isFalse();
  }

  @Test
  void isMadeByAdminsOnlyAndOnlyWithKnownScopes() {
    Map<String, Object> orderRequest = Map.of("name", "Robot", "scopes", List.of("orders:read"));
    Shopper ann = Shopper.registered(RunningShop.api());
    refused(ann.send("POST", "admin/clients", orderRequest), 403, "forbidden");
    Map<String, Object> greedy = Map.of("name", "Robot", "scopes", List.of("admin"));
    refused(RunningShop.admin().send("POST", "admin/clients", greedy), 400, "invalid-value");
  }

  private static JsonNode made(String... scopes) {
    Map<String, Object> orderRequest = Map.of("name", "Warehouse", "scopes", List.of(scopes));
    return RunningShop.admin().send("POST", "admin/clients", orderRequest).expect(201);
  }

  private static String stock() {
    return "inventory/" + tea.id() + "/adjustments";
  }

  private static Map<String, Object> delivery() {
    return Map.of("quantity", 5, "reason", "delivery");
  }

  private static Shopper apiClient(JsonNode grant) {
    String token = grant.path("access_token").asText();
    return new Shopper(RunningShop.api(), null, null, token, java.time.Instant.now());
  }

  private static Answer token(JsonNode client, String form) {
    return post(
        form, basic(client.path("clientId").asText(), client.path("clientSecret").asText()));
  }

  private static Answer post(String form, String authorization) {
    HttpRequest.Builder request =
        RunningShop.api()
            .request("auth/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    return RunningShop.api()
        .send(authorization == null ? request : request.header("Authorization", authorization));
  }

  private static String basic(String id, String secret) {
    byte[] credentials = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  private static String oauthError(Answer answer, int status) {
    return answer.expect(status).path("error").asText();
  }
}
