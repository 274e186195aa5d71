package org.orderly.tests.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestKeys;
import org.orderly.tests.support.TestProducts;

/** Everybody who tries every route, by the names of the columns in {@code routes.txt}. */
public final class Actors {

  /** The identity whose token is one of an order. */
  static final String GUEST = "guest";

  public final Shopper customer;
  public final Shopper vendor;
  private final Shopper other = Shopper.registered(RunningShop.api());
  private final Shopper rival = Shopper.vendor(RunningShop.api());
  private final String orderToken = guestOrder();

  public Actors() {
    this(
        Shopper.registered(RunningShop.api()).deposit("500.00", "EUR"),
        Shopper.vendor(RunningShop.api()));
  }

  private Actors(Shopper customer, Shopper vendor) {
    this.customer = customer;
    this.vendor = vendor;
  }

  /** With tokens that name no session, so that no request ends what they can do. */
  public static Actors withoutSessions() {
    Actors signedIn = new Actors();
    UUID customer = signedIn.customer.id();
    UUID vendor = signedIn.vendor.id();
    return new Actors(
        signedIn.customer.with(TestKeys.tokenOf(customer, "customer")),
        signedIn.vendor.with(TestKeys.tokenOf(vendor, "customer", "vendor")));
  }

  /** The tokens that each identity tries, new ones where they do not last: all get the same. */
  public Map<String, List<String>> tokens() {
    String subject = customer.id().toString();
    Instant now = Instant.now();
    Map<String, List<String>> tokens = new LinkedHashMap<>();
    tokens.put("nobody", Collections.singletonList(null));
    tokens.put(
        "expired",
        List.of(
            TestKeys.ownToken(
                subject, TestKeys.ISSUER, now.minusSeconds(3600), now.minusSeconds(1800))));
    tokens.put(
        "forged",
        List.of(
            TestKeys.forgedToken(subject),
            TestKeys.unsigned(customer.token()),
            TestKeys.signedWith(TestKeys.publicKey(), subject),
            TestKeys.signedWith(TestKeys.publicKeyAsText(), subject)));
    tokens.put("customer", List.of(customer.token()));
    tokens.put("other", List.of(other.token()));
    tokens.put("vendor", List.of(vendor.token()));
    tokens.put("rival", List.of(rival.token()));
    tokens.put("admin", List.of(RunningShop.admin().token()));
    tokens.put("api-client", List.of(apiClient()));
    tokens.put(GUEST, List.of(orderToken));
    return tokens;
  }

  /** The token of an order that no other test knows. */
  private static String guestOrder() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 10, null);
    Map<String, Object> orderRequest = new HashMap<>(Shopper.orderRequest(tea, 1));
    orderRequest.put("email", "guest-" + UUID.randomUUID() + "@example.org");
    orderRequest.put("payment", Map.of("method", "card", "token", "tok_ok"));
    Api api = RunningShop.api();
    Api.Answer placed =
        api.send(Api.json(api.request("guest/orders"), "POST", Api.text(orderRequest)));
    placed.expect(201);
    return placed.header("Order-Token");
  }

  /** A program that may do all that programs may. */
  private static String apiClient() {
    Map<String, Object> orderRequest =
        Map.of("name", "Robot", "scopes", List.of("catalog:write", "stock:write", "orders:read"));
    JsonNode client = RunningShop.admin().send("POST", "admin/clients", orderRequest).expect(201);
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(client.get("clientId").asText(), client.get("clientSecret").asText());
    return RunningShop.api()
        .send(
            RunningShop.api()
                .request("auth/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form, StandardCharsets.UTF_8)))
        .expect(200)
        .get("access_token")
        .asText();
  }
}
