package org.orderly.tests.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** Somebody listens to an order while things happen to it. */
@ExtendWith(RunningShop.class)
class TrackingIT {

  private final HttpClient http = HttpClient.newHttpClient();
  private final Shopper ann = Shopper.registered(RunningShop.api()).deposit("50.00", "EUR");
  private final TestProducts tea = TestProducts.listed("3.00", "EUR", 100, null);

  @Test
  void hearsWhatHappensAndGoesOnWhereItWasCutOff() {
    String order = order();
    CompletableFuture<String> listening = listen(ann, order, null);
    cancel(order);
    String heard = listening.join();
    if (!ids(heard).contains("2")) {
      // on a slow day its time was up before
      String last = ids(heard).isEmpty() ? null : Integer.toString(ids(heard).size() - 1);
      heard += listen(ann, order, last).join();
    }
    assertThat(ids(heard)).containsExactly("0", "1", "2");
    assertThat(heard)
        .contains("event: OrderCancelled", "\"to\":\"CANCELLED\"", "\"reason\":\"no more\"")
        .doesNotContain(ann.id().toString());
    assertThat(ids(listen(ann, order, "1").join())).containsExactly("2");
    assertThat(ann.api().send(ann.request(stream(order)).header("Last-Event-ID", "2")).status())
        .as("nothing more will come")
        .isEqualTo(204);
  }

  @Test
  void endsAfterAWhileThoughNothingHappens() {
    assertThat(ids(listen(ann, order(), null).join())).containsExactly("0", "1");
  }

  @Test
  void endsWithTheSession() {
    String order = order();
    CompletableFuture<String> listening = listen(ann, order, "1");
    ann.send("POST", "auth/logout", null).expect(204);
    RunningShop.admin()
        .send("POST", "orders/" + order + "/cancel", Map.of("reason", "secret"))
        .expect(200);
    assertThat(listening.join()).doesNotContain("secret");
  }

  @Test
  void isForTheBuyerAlone() {
    String order = order();
    Shopper bob = Shopper.registered(RunningShop.api());
    assertThat(bob.get(stream(order)).status()).isEqualTo(404);
    assertThat(ann.api().send(ann.request(stream(order)).header("Last-Event-ID", "soon")).code())
        .isEqualTo("invalid-value");
  }

  private CompletableFuture<String> listen(Shopper who, String order, String last) {
    HttpRequest.Builder request = who.request(stream(order));
    if (last != null) {
      request.header("Last-Event-ID", last);
    }
    return http.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(HttpResponse::body);
  }

  private static String stream(String order) {
    return "orders/" + order + "/stream";
  }

  private String order() {
    return ann.send("POST", "orders", Shopper.orderRequest(tea, 1)).expect(201).get("id").asText();
  }

  private void cancel(String order) {
    ann.send("POST", "orders/" + order + "/cancel", Map.of("reason", "no more")).expect(200);
  }

  private static List<String> ids(String heard) {
    return heard
        .lines()
        .filter(line -> line.startsWith("id: "))
        .map(line -> line.substring("id: ".length()))
        .collect(Collectors.toList());
  }
}
