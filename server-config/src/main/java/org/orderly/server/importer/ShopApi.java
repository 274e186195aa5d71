package org.orderly.server.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.orderly.server.setup.AdminCredentials;

/** The calls of the shop's API that an import makes, in one session that ends with this object. */
final class ShopApi implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofMinutes(5);
  private static final int ATTEMPTS = 4;
  private static final int TOO_MANY = 429;
  private static final Duration LIMITED = Duration.ofMinutes(2);

  private static final String SECOND_FACTOR =
      "%s needs a second factor, which an import cannot show. Let an admin without one do it, or a"
          + " program through the API.";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final URI shop;
  private final AdminCredentials admin;
  private volatile String token;
  private String refreshToken;

  ShopApi(URI shop, AdminCredentials admin) {
    String address = shop.toString();
    this.shop = URI.create(address.endsWith("/") ? address : address + "/");
    this.admin = admin;
  }

  /**
   * @throws ImportFailure if the shop does not answer or does not know the admin
   */
  synchronized void signIn() throws InterruptedException {
    ObjectNode credentials =
        ApiJson.MAPPER
            .createObjectNode()
            .put("email", admin.email())
            .put("password", admin.password());
    HttpResponse<String> answer = post("api/v1/auth/login", credentials);
    if (code(answer).startsWith("totp-")) {
      throw new ImportFailure(SECOND_FACTOR.formatted(admin.email()));
    }
    if (answer.statusCode() == 401 || answer.statusCode() == 400) {
      throw new ImportFailure(
          "The shop at "
              + shop
              + " does not accept the credentials of "
              + admin.email()
              + ". Set ORDERLY_ADMIN_EMAIL and ORDERLY_ADMIN_PASSWORD.");
    }
    requireOk(answer);
    token = body(answer).path("accessToken").asText();
    refreshToken = body(answer).path("refreshToken").asText(null);
  }

  /** Several senders may find at once that their token has expired; one of them renews it. */
  private synchronized void renew(String expired) throws InterruptedException {
    if (expired.equals(token)) {
      signOut();
      signIn();
    }
  }

  private void signOut() throws InterruptedException {
    String ended = refreshToken;
    refreshToken = null;
    token = null;
    if (ended != null) {
      post("api/v1/auth/logout", ApiJson.MAPPER.createObjectNode().put("refreshToken", ended));
    }
  }

  /**
   * Signs out, also after a failure; if the shop does not answer, its session expires by itself.
   */
  @Override
  public synchronized void close() {
    boolean interrupted = Thread.interrupted();
    try {
      signOut();
    } catch (ImportFailure e) {
      // The shop is gone; what went wrong before is told, not this.
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether nothing is on sale. */
  boolean isEmpty() throws InterruptedException {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(shop.resolve("api/v1/products?limit=1")));
    requireOk(answer);
    return body(answer).path("items").isEmpty();
  }

  /**
   * Sends products to be made or rewritten by their sku.
   *
   * @param dryRun whether the shop only says what would become of them
   * @return what became of each: {@code result}, and {@code code} and {@code detail} if refused
   */
  JsonNode upsert(ArrayNode products, boolean dryRun) throws InterruptedException {
    ObjectNode batch = ApiJson.MAPPER.createObjectNode();
    batch.set("items", products);
    if (dryRun) {
      batch.put("dryRun", true);
    }
    for (int attempt = 1; ; attempt++) {
      String used = String.valueOf(token);
      HttpResponse<String> answer = post("api/v1/products/batch", batch);
      int status = answer.statusCode();
      if (status == 200) {
        return body(answer).path("items");
      }
      boolean mayPass = status == 401 || status == 409 || status == 503;
      if (!mayPass || attempt == ATTEMPTS) {
        requireOk(answer);
      }
      if (status == 401) {
        renew(used);
      } else {
        Thread.sleep(pause(answer, attempt).toMillis());
      }
    }
  }

  private static Duration pause(HttpResponse<String> answer, int attempt) {
    long told = answer.headers().firstValueAsLong("Retry-After").orElse(0);
    return told > 0 ? Duration.ofSeconds(Math.min(told, 60)) : Duration.ofSeconds(attempt);
  }

  private void requireOk(HttpResponse<String> answer) {
    if (code(answer).startsWith("totp-")) {
      throw new ImportFailure(SECOND_FACTOR.formatted(admin.email()));
    }
    if (answer.statusCode() == 403) {
      throw new ImportFailure(admin.email() + " is no admin of the shop at " + shop + ".");
    }
    if (answer.statusCode() / 100 != 2) {
      throw new ImportFailure(
          "The shop at " + shop + " answered " + answer.statusCode() + reason(answer) + ".");
    }
  }

  private static String code(HttpResponse<String> answer) {
    return body(answer).path("code").asText("");
  }

  private static String reason(HttpResponse<String> answer) {
    String detail = body(answer).path("detail").asText("");
    return detail.isEmpty() ? "; is it Orderly?" : ": " + detail;
  }

  private static JsonNode body(HttpResponse<String> answer) {
    try {
      return ApiJson.MAPPER.readTree(answer.body());
    } catch (IOException e) {
      return ApiJson.MAPPER.createObjectNode();
    }
  }

  private HttpResponse<String> post(String path, ObjectNode body) throws InterruptedException {
    return send(
        HttpRequest.newBuilder(shop.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  /** Who is told to come later does; the limit of a minute is over after two at the latest. */
  private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
    request.timeout(ANSWER).header("Accept", "application/json");
    String current = token;
    if (current != null) {
      request.header("Authorization", "Bearer " + current);
    }
    Instant patience = Instant.now().plus(LIMITED);
    HttpResponse<String> answer = sendOnce(request.build());
    while (answer.statusCode() == TOO_MANY && Instant.now().isBefore(patience)) {
      Thread.sleep(pause(answer, 1).toMillis());
      answer = sendOnce(request.build());
    }
    return answer;
  }

  private HttpResponse<String> sendOnce(HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new ImportFailure(
          "No shop answers at " + shop + ". Start it with ./orderly run, or give its --url.");
    }
  }
}
