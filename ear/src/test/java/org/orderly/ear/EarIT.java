package org.orderly.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orderly.server.LocalStack;
import org.orderly.server.setup.LaunchSettings;

/**
 * The archive on a full server, set up as {@code docs/full-server.md} tells operations people, with
 * PostgreSQL, Redis, the broker and mails real. What it wrote stays in {@code target/full-server}.
 */
class EarIT {
  private static final Path FOLDER = Path.of("target", "full-server").toAbsolutePath();
  private static final Path HOME = Path.of(System.getProperty("full-server.home"));
  private static final Path DIST = Path.of(System.getProperty("orderly.dist"));
  private static final String PASSWORD = "correct horse battery staple";
  private static final Map<String, String> ADDRESS =
      Map.of(
          "name", "Ann Shopper",
          "street", "1 High Street",
          "city", "Leeds",
          "state", "",
          "postalCode", "LS1 1AA",
          "country", "GB");

  @Test
  void doesTheMainJobAndRefusesRolesAlsoAfterARestart() throws Exception {
    clear(FOLDER);
    clear(HOME.resolve("domains"));
    Instructions instructions = new Instructions(Path.of("../docs/full-server.md"));
    try (FullServer server = new FullServer(HOME, filesNamedByThePage(), instructions);
        LocalStack parts = LocalStack.start(settings(server))) {
      Map<String, String> environment = parts.environment();
      server.follow("Make the domain");
      server.start(environment);
      server.follow("Configure it");
      server.stop();
      server.start(environment);
      server.follow("Deploy");
      awaitReady(server);
      assertThatNoSecretIsWritten(server, environment);

      Caller nobody = Caller.nobody(server.url());
      Caller admin = nobody.signedIn(parts.admin().email(), parts.admin().password());
      String email = "ann-" + UUID.randomUUID() + "@example.org";
      Caller ann = register(nobody, email);
      String order = buy(ann, admin);
      assertThatEventsWereConsumed(ann, order, email, parts.mailboxFolder());
      assertThatRolesAreRefused(nobody, ann);
      assertThatAGuestSeesTheirOrder(nobody, admin);
      assertThatTheBooksHold(admin);

      server.stop();
      server.start(environment);
      awaitReady(server);
      assertThatRolesAreRefused(nobody, ann);
      String second = buy(ann, admin);
      assertThatEventsWereConsumed(ann, second, email, parts.mailboxFolder());
      assertThat(ann.get("orders").get("items")).hasSize(2);
      assertThatTheBooksHold(admin);
      server.stop();
    }
  }

  private static LaunchSettings settings(FullServer server) {
    return LaunchSettings.in(FOLDER.resolve("data")).withInstances(0).onPort(server.port());
  }

  private static Path filesNamedByThePage() throws IOException {
    Path files = Files.createDirectories(FOLDER.resolve("files"));
    Path library = DIST.resolve("server/lib");
    for (String jar : List.of("postgresql.jar", "orderly-commit.jar", "orderly-logging.jar")) {
      Files.copy(library.resolve(jar), files.resolve(jar));
    }
    Files.copy(DIST.resolve("server/artemis-ra.rar"), files.resolve("artemis-ra.rar"));
    Files.copy(Path.of("src/main/glassfish/server.asadmin"), files.resolve("server.asadmin"));
    Files.copy(Path.of(System.getProperty("ear")), files.resolve("orderly.ear"));
    return files;
  }

  private static void awaitReady(FullServer server) {
    Eventually.see(
        "a shop that is ready",
        () -> Caller.nobody(server.url()).answer("health/ready"),
        answer -> answer.statusCode() == 200);
  }

  private static void assertThatNoSecretIsWritten(FullServer server, Map<String, String> variables)
      throws IOException {
    String configuration = server.configuration();
    assertThat(configuration).contains("${ORDERLY_DB_ORDERING_PASSWORD}");
    variables.forEach(
        (name, value) -> {
          if (name.endsWith("PASSWORD")) {
            assertThat(configuration).as(name).doesNotContain(value);
          }
        });
  }

  private static Caller register(Caller nobody, String email) {
    Map<String, Object> person =
        Map.of("email", email, "password", PASSWORD, "name", "Ann Shopper", "acceptTerms", true);
    nobody.expect(201, "POST", "auth/register", person);
    Caller ann = nobody.signedIn(email, PASSWORD);
    assertThat(ann.get("users/me").get("roles")).hasToString("[\"customer\"]");
    return ann;
  }

  /** Lists a product, pays in, fills the cart and buys it; the number of the order. */
  private static String buy(Caller ann, Caller admin) {
    String product =
        admin.expect(201, "POST", "products", product(UUID.randomUUID())).get("id").asText();
    ann.expect(201, "POST", "balance/deposit", Map.of("amount", euros("25.00")));
    ann.expect(200, "PUT", "cart/items/" + product, Map.of("quantity", 2));
    JsonNode order =
        ann.expect(
            201,
            "POST",
            "orders",
            Map.of("shippingAddress", ADDRESS, "payment", Map.of("method", "wallet")));
    assertThat(order.get("status").asText()).isEqualTo("CONFIRMED");
    assertThat(order.get("total").get("amount").asText()).isEqualTo("25.00");
    assertThat(ann.get("inventory/" + product).get("available").asInt()).isEqualTo(3);
    assertThat(ann.get("balance?currency=EUR").get("balances").get(0).get("amount").asText())
        .isEqualTo("0.00");
    return order.get("number").asText();
  }

  private static Map<String, Object> product(UUID key) {
    return Map.of(
        "sku",
        "T-" + key,
        "name",
        "Teapot",
        "description",
        "Holds tea",
        "brand",
        "Potter",
        "price",
        euros("12.50"),
        "categories",
        List.of("Kitchen"),
        "quantityScale",
        0,
        "initialStock",
        5);
  }

  private static Map<String, String> euros(String amount) {
    return Map.of("amount", amount, "currency", "EUR");
  }

  private static void assertThatEventsWereConsumed(
      Caller ann, String order, String email, Path mailbox) {
    Eventually.see(
        "a message about order " + order,
        () -> ann.get("notifications").toString(),
        inbox -> inbox.contains(order));
    Eventually.see(
        "a mail about order " + order,
        () -> mails(mailbox),
        mails -> mails.stream().anyMatch(mail -> mail.contains(order) && mail.contains(email)));
  }

  private static List<String> mails(Path mailbox) throws IOException {
    try (Stream<Path> files = Files.list(mailbox)) {
      List<String> mails = new ArrayList<>();
      for (Path file : files.filter(name -> name.toString().endsWith(".eml")).toList()) {
        mails.add(Files.readString(file));
      }
      return mails;
    }
  }

  private static void assertThatRolesAreRefused(Caller nobody, Caller ann) {
    nobody.expect(401, "GET", "admin/invariants", null);
    ann.expect(403, "GET", "admin/invariants", null);
    nobody.expect(401, "POST", "products", product(UUID.randomUUID()));
    ann.expect(403, "POST", "products", product(UUID.randomUUID()));
    new Caller(nobody.shop(), "e30.e30.x").expect(401, "GET", "users/me", null);
  }

  /** The server has its own check of roles, which must take the order token for a login. */
  private static void assertThatAGuestSeesTheirOrder(Caller nobody, Caller admin) {
    String product =
        admin.expect(201, "POST", "products", product(UUID.randomUUID())).get("id").asText();
    Map<String, Object> order =
        Map.of(
            "email",
            "guest-" + UUID.randomUUID() + "@example.org",
            "items",
            List.of(Map.of("productId", product, "quantity", 1)),
            "shippingAddress",
            ADDRESS,
            "payment",
            Map.of("method", "card", "token", "tok_ok"));
    Caller.Answer placed = nobody.answer("POST", "guest/orders", order);
    assertThat(placed.status()).as(String.valueOf(placed.body())).isEqualTo(201);
    String path = "orders/" + placed.body().get("id").asText();
    String token = placed.headers().firstValue("Order-Token").orElseThrow();
    assertThat(nobody.get(path + "?token=" + token)).isEqualTo(placed.body());
    nobody.expect(404, "GET", path + "?token=guessed", null);
    nobody.expect(401, "GET", path, null);
  }

  private static void assertThatTheBooksHold(Caller admin) {
    JsonNode books = admin.get("admin/invariants");
    assertThat(books.get("ok").asBoolean()).as(books.toString()).isTrue();
    assertThat(books.get("complete").asBoolean()).as(books.toString()).isTrue();
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(folder);
  }
}
