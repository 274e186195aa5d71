package org.orderly.tests.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/**
 * Nothing that came in stands in any log: what people are called, what they type, their secrets.
 */
@ExtendWith(RunningShop.class)
class LogSecrecyIT {

  private final Api api = RunningShop.api();
  private final String mark = "q7" + UUID.randomUUID().toString().replace("-", "");
  private final String secret = "s9" + UUID.randomUUID().toString().replace("-", "");
  private final String email = mark + "@" + mark + ".example";

  @Test
  void writesNothingOfAnAddressThatIsTaken() {
    String taken = Shopper.registered(api).email();
    Map<String, Object> again =
        Map.of("email", taken, "password", secret, "name", "Ann Shopper", "acceptTerms", true);
    api.send(Api.json(api.request("auth/register"), "POST", Api.text(again))).expect(409);
    assertNowhere(taken);
    assertNowhere();
  }

  @Test
  void writesNothingOfWhatIsSentToAnyRoute() {
    Map<String, Object> body =
        Map.ofEntries(
            Map.entry("email", email),
            Map.entry("name", "Name " + mark),
            Map.entry("password", "Pass " + mark),
            Map.entry("newPassword", "Pass " + mark),
            Map.entry("currentPassword", "Pass " + mark),
            Map.entry("token", mark),
            Map.entry("code", mark),
            Map.entry("totp", mark),
            Map.entry("reason", "Reason " + mark),
            Map.entry("url", "https://" + mark + ".example/"),
            Map.entry("street", "Street " + mark),
            Map.entry("city", "City " + mark),
            Map.entry("postalCode", mark.substring(0, 10)),
            Map.entry("country", "DE"),
            Map.entry("sku", mark),
            Map.entry("lines", List.of(Map.of("productId", mark, "quantity", mark))));
    String admin = RunningShop.admin().token();
    String customer = Shopper.registered(api).token();
    for (String route : RouteTable.read().rows().keySet()) {
      String method = route.substring(0, route.indexOf(' '));
      String path = route.substring(route.indexOf(' ') + 1).replaceAll("\\{[^}]*}", mark);
      boolean endsSessions = path.contains("/auth/") || path.contains("/sessions");
      for (String token :
          Stream.of(null, mark, customer, method.equals("GET") ? admin : null)
              .filter(each -> each == null || !endsSessions)
              .toArray(String[]::new)) {
        api.send(marked(path, method, Api.text(body), token));
        api.send(marked(path, method, "{\"email\":\"" + email + "\",", token));
      }
    }
    assertNowhere();
  }

  @Test
  void writesNothingOfAnOrderItsCancellationAndItsReasons() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 10, null);
    Map<String, Object> home =
        Map.of(
            "name", "Name " + mark,
            "street", "Street " + mark,
            "city", "City " + mark,
            "postalCode", "LS1 1AA",
            "country", "GB");
    Shopper ann = Shopper.registered(api).deposit("10.00", "EUR");
    Map<String, Object> orderRequest = new HashMap<>(Shopper.orderRequest(tea, 1));
    orderRequest.put("shippingAddress", home);
    String id = ann.post("orders", "o1" + mark, orderRequest).expect(201).get("id").asText();
    Map<String, Object> reason = Map.of("reason", "Reason " + mark);
    ann.post("orders/" + id + "/cancel", "c1" + mark, reason).expect(200);
    assertThat(ann.post("orders/" + id + "/cancel", "c2" + mark, reason).status()).isEqualTo(409);
    ann.post("orders/" + id + "/refunds", "r1" + mark, reason);
    ann.post("orders/" + id + "/returns", "r2" + mark, reason);
    assertNowhere();
  }

  @Test
  void writesNothingOfTheTokenOfAnOrder() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 10, null);
    Map<String, Object> orderRequest = new HashMap<>(Shopper.orderRequest(tea, 1));
    orderRequest.put("email", email);
    orderRequest.put("payment", Map.of("method", "invoice"));
    Answer placed = api.send(Api.json(api.request("guest/orders"), "POST", Api.text(orderRequest)));
    String token = placed.header("Order-Token");
    for (String path : List.of("orders/", "guest/orders/")) {
      String order = path + placed.expect(201).get("id").asText();
      api.send(api.request(order).header("Order-Token", token).GET()).expect(200);
      api.get(order + "?token=" + token).expect(200);
      api.get(order + "/invoice?token=" + token).expect(409);
      api.get(order + "?token=" + token + "&q=1").expect(400);
      api.send(api.request(order + "/stream").header("Order-Token", token + "A").GET()).expect(404);
    }
    assertNowhere(token);
  }

  @Test
  void writesNothingOfWhatTheDatabaseRefuses() {
    Shopper ann = Shopper.registered(api);
    String tooLong = mark.repeat(100);
    for (String odd : new String[] {tooLong, mark + "\u0000", mark + "\uD800"}) {
      Map<String, Object> address =
          Map.of("name", odd, "street", odd, "city", odd, "postalCode", odd, "country", "DE");
      ann.post("users/me/addresses", "address", address);
      api.send(
          Api.json(api.request("auth/password-reset"), "POST", Api.text(Map.of("email", odd))));
      register(odd + "@x.example");
    }
    api.get("auth/oidc/test/callback?state=" + mark + "&code=" + mark);
    api.get("auth/oidc/test/callback?state=" + mark + "%00&error=" + mark);
    for (String gateway : new String[] {"sandbox", "stripe", mark}) {
      api.send(
          Api.json(api.request("payments/webhooks/" + gateway), "POST", "{\"id\":\"" + mark + "\"}")
              .header("Stripe-Signature", "t=1,v1=" + mark));
    }
    assertNowhere();
  }

  private Answer register(String address) {
    return api.send(
        Api.json(
            api.request("auth/register"),
            "POST",
            Api.text(
                Map.of(
                    "email",
                    address,
                    "name",
                    "Name " + mark,
                    "password",
                    "Long enough " + mark,
                    "acceptTerms",
                    true))));
  }

  private java.net.http.HttpRequest.Builder marked(
      String path, String method, String body, String token) {
    var request =
        Api.json(
                api.request(path + "?q=" + mark + "&email=" + mark + "&cursor=" + mark),
                method,
                method.equals("GET") ? null : body)
            .header("Idempotency-Key", mark)
            .header("Cookie", "session=" + mark)
            .header("User-Agent", mark);
    return token == null
        ? request.header("Order-Token", mark)
        : request.header("Authorization", "Bearer " + token);
  }

  private void assertNowhere(String... alsoNot) {
    try (Stream<Path> logs = Files.walk(RunningShop.log().getParent())) {
      assertThat(logs.filter(Files::isRegularFile).flatMap(log -> quotes(log, List.of(alsoNot))))
          .isEmpty();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Stream<String> quotes(Path log, List<String> alsoNot) {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
          .lines()
          .filter(
              line ->
                  line.contains(mark)
                      || line.contains(secret)
                      || line.contains("$argon2")
                      || alsoNot.stream().anyMatch(line::contains))
          .map(line -> log.getFileName() + ": " + line.substring(0, Math.min(900, line.length())))
          .limit(5);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
