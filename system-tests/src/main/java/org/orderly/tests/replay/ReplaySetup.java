package org.orderly.tests.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.orderly.tests.load.ShopClient;
import org.orderly.tests.load.WorkerPool;
import org.orderly.tests.replay.ReplayedInvoice.Article;

/**
 * The products and buyers of one run. Of each product there is exactly what will be sold, and each
 * buyer has exactly what will be spent, so that one order too many or too few shows.
 */
final class ReplaySetup {

  static final String CURRENCY = "GBP";
  private static final int BATCH = 100;
  private static final int AT_ONCE = 4;
  private static final int PAGE = 100;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ShopClient shop;
  private final String run = HexFormat.of().formatHex(random(4));
  private final String password = Base64.getUrlEncoder().encodeToString(random(18));
  private final Map<Article, UUID> products = new HashMap<>();
  private final Map<String, Buyer> buyers = new ConcurrentHashMap<>();
  private final Map<String, String> orders = new ConcurrentHashMap<>();

  /** A customer of the file. */
  record Buyer(UUID id, ReplaySession session) {}

  ReplaySetup(ShopClient shop) {
    this.shop = shop;
  }

  void listProducts(SalesFile salesFile, String adminToken) {
    List<Map<String, Object>> items = new ArrayList<>();
    salesFile.units().forEach((article, units) -> items.add(item(article, units, salesFile)));
    List<List<Map<String, Object>>> batches = new ArrayList<>();
    for (int from = 0; from < items.size(); from += BATCH) {
      batches.add(items.subList(from, Math.min(items.size(), from + BATCH)));
    }
    new WorkerPool(AT_ONCE).work(batches, batch -> list(batch, adminToken));
    findProducts(salesFile);
  }

  private void list(List<Map<String, Object>> batch, String adminToken) {
    JsonNode outcome = shop.post("products/batch", adminToken, null, Map.of("items", batch));
    for (JsonNode one : outcome.get("items")) {
      if (!one.get("result").asText().equals("created")) {
        throw new ShopClient.Refused("product not listed: " + one);
      }
    }
  }

  private Map<String, Object> item(Article article, long units, SalesFile salesFile) {
    return Map.of(
        "sku", article.sku(run),
        "name", salesFile.names().get(article),
        "price", money(article.price()),
        "categories", List.of("Replay " + run),
        "quantityScale", 0,
        "initialStock", units);
  }

  private void findProducts(SalesFile salesFile) {
    Map<String, Article> wanted = new HashMap<>();
    salesFile.names().keySet().forEach(article -> wanted.put(article.sku(run), article));
    String cursor = null;
    do {
      String path = "products?category=Replay%20" + run + "&limit=" + PAGE;
      JsonNode page = shop.get(cursor == null ? path : path + "&cursor=" + cursor, null);
      for (JsonNode product : page.get("items")) {
        Article article = wanted.get(product.get("sku").asText());
        products.put(article, UUID.fromString(product.get("id").asText()));
      }
      cursor = page.path("nextCursor").asText(null);
    } while (cursor != null);
    if (products.size() != wanted.size()) {
      throw new ShopClient.Refused("listed " + wanted.size() + ", but found " + products.size());
    }
  }

  /** Registers a buyer, signs in and deposits what will be spent. */
  void admit(String customer, BigDecimal spending) {
    String email = "customer-" + customer.replace(".0", "") + "." + run + "@replay.example";
    Map<String, Object> person =
        Map.of(
            "email",
            email,
            "password",
            password,
            "name",
            "Customer " + customer,
            "acceptTerms",
            true);
    UUID id = UUID.fromString(shop.post("auth/register", null, null, person).get("id").asText());
    ReplaySession session = new ReplaySession(shop, email, password);
    shop.post("balance/deposit", session.token(), "deposit", Map.of("amount", money(spending)));
    buyers.put(customer, new Buyer(id, session));
  }

  void order(ReplayedInvoice replayedInvoice) {
    Map<String, Object> body =
        Map.of(
            "items", items(replayedInvoice.lines()),
            "shippingAddress",
                Map.of(
                    "name", "Customer " + replayedInvoice.customer(),
                    "street", "1 Replay Road",
                    "city", "London",
                    "postalCode", "N1 1AA",
                    "country", "GB"),
            "payment", Map.of("method", "wallet"));
    String token = session(replayedInvoice.customer()).token();
    JsonNode order = shop.post("orders", token, replayedInvoice.number(), body);
    orders.put(replayedInvoice.number(), order.get("id").asText());
  }

  /** The goods of lines, as requests name them. */
  List<Map<String, Object>> items(Map<Article, Long> lines) {
    List<Map<String, Object>> items = new ArrayList<>();
    lines.forEach(
        (article, quantity) ->
            items.add(Map.of("productId", products.get(article), "quantity", quantity)));
    return items;
  }

  /** The id of the order that an invoice became. */
  String orderOf(String replayedInvoice) {
    return orders.get(replayedInvoice);
  }

  ReplaySession session(String customer) {
    return buyers.get(customer).session();
  }

  Map<Article, UUID> products() {
    return products;
  }

  List<UUID> buyers() {
    return buyers.values().stream().map(Buyer::id).toList();
  }

  static Map<String, String> money(BigDecimal amount) {
    return Map.of("amount", amount.toPlainString(), "currency", CURRENCY);
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }
}
