package org.orderly.tests.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.NothingChanges;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** The category tree, changed by admins while things are sold in it. */
@ExtendWith(RunningShop.class)
class CategoriesIT {

  private final Shopper admin = RunningShop.admin();
  private final Api api = RunningShop.api();

  /** So that each test has a tree of its own. */
  private final String root = "Root " + UUID.randomUUID();

  @Test
  void renamesAndMovesWithAllThatIsBelow() {
    JsonNode hall = added(root, null).expect(201);
    JsonNode lamps = added("Lamps", hall).expect(201);
    String lamp = product(List.of(root, "lamps", "Desk"));
    String seen = api.get("products/" + lamp).header("ETag");
    assertThat(names(lamp)).containsExactly(root, "Lamps", "Desk");

    JsonNode lights = changed(lamps, "Lights", hall).expect(200);
    assertThat(lights.get("path").asText()).isEqualTo(path(hall) + "/lights");
    assertThat(names(lamp)).containsExactly(root, "Lights", "Desk");
    assertThat(found(path(lights))).containsExactly(lamp);
    assertThat(found(path(lamps))).isEmpty();
    assertThat(ifNoneMatch("products/" + lamp, seen).status()).isEqualTo(200);

    JsonNode other = added(root + " other", null).expect(201);
    JsonNode moved = changed(lights, "Lights", other).expect(200);
    assertThat(moved.get("parentId").asText()).isEqualTo(id(other));
    assertThat(names(lamp)).containsExactly(root + " other", "Lights", "Desk");
    assertThat(found(path(other))).containsExactly(lamp);
    seeActions(lamps, "category.changed", "category.changed", "category.created");
  }

  @Test
  void refusesCyclesAndPathsThatAreTaken() {
    JsonNode hall = added(root, null).expect(201);
    JsonNode lamps = added("Lamps", hall).expect(201);
    JsonNode desk = added("Desk", lamps).expect(201);
    for (JsonNode below : List.of(hall, lamps, desk)) {
      NothingChanges.refused(changed(hall, root, below), 422, "category-cycle");
    }
    NothingChanges.refused(added("  LAMPS ", hall), 409, "category-exists");
    JsonNode chairs = added("Chairs", hall).expect(201);
    NothingChanges.refused(changed(chairs, "lamps", hall), 409, "category-exists");
    NothingChanges.refused(added("!!!", hall), 400, "invalid-value");
    JsonNode nowhere = Api.JSON.createObjectNode().put("id", UUID.randomUUID().toString());
    NothingChanges.refused(added("Orphans", nowhere), 404, "category-not-found");
    assertThat(changed(lamps, "LAMPS", hall).expect(200).get("name").asText()).isEqualTo("LAMPS");
  }

  @Test
  void refusesATreeThatIsTooDeep() {
    JsonNode last = added(root, null).expect(201);
    for (int level = 2; level <= 8; level++) {
      last = added("Level " + level, last).expect(201);
    }
    NothingChanges.refused(added("Level 9", last), 400, "invalid-value");
    JsonNode other = added(root + " other", null).expect(201);
    JsonNode top = Api.JSON.createObjectNode().put("id", idOf(root));
    NothingChanges.refused(changed(top, root, other), 400, "invalid-value");
  }

  @Test
  void writesOverNoVersionThatNobodySaw() {
    Answer first = added(root, null);
    String place = "categories/" + id(first.expect(201));
    String tag = first.header("ETag");
    assertThat(ifNoneMatch(place, tag).status()).isEqualTo(304);
    Answer renamed = ifMatch("PUT", place, tag, Map.of("name", root + " 2"));
    renamed.expect(200);
    NothingChanges.refused(
        ifMatch("PUT", place, tag, Map.of("name", root + " 3")), 412, "version-conflict");
    NothingChanges.refused(ifMatch("DELETE", place, tag, null), 412, "version-conflict");
    ifMatch("DELETE", place, renamed.header("ETag"), null).expect(204);
    NothingChanges.refused(api.get(place), 404, "category-not-found");
  }

  @Test
  void deletesOnlyWhatIsEmpty() {
    JsonNode hall = added(root, null).expect(201);
    String lamp = product(List.of(root, "Lamps"));
    JsonNode lamps = Api.JSON.createObjectNode().put("id", idOf("Lamps"));
    Answer used = admin.send("DELETE", "categories/" + id(hall), null);
    NothingChanges.refused(used, 409, "category-in-use");
    assertThat(used.body().get("childCount").asInt()).isEqualTo(1);
    used = admin.send("DELETE", "categories/" + id(lamps), null);
    assertThat(used.body().get("productCount").asInt()).isEqualTo(1);

    admin.send("DELETE", "products/" + lamp, null).expect(204);
    assertThat(treeNames("")).doesNotContain(root);
    assertThat(treeNames("?empty=true")).contains(root);
    admin.send("DELETE", "categories/" + id(lamps), null).expect(204);
    admin.send("DELETE", "categories/" + id(hall), null).expect(204);
    assertThat(treeNames("?empty=true")).doesNotContain(root);
    seeActions(hall, "category.created", "category.deleted");
  }

  @Test
  void losesNoProductToADeletionAtTheSameMoment() {
    Set<Integer> answers = new TreeSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 12; round++) {
        JsonNode hall = added(root, null).expect(201);
        var listed =
            CompletableFuture.supplyAsync(
                () -> admin.send("POST", "products", draft(List.of(root, "Deep"))), threads);
        var deleted =
            CompletableFuture.supplyAsync(
                () -> admin.send("DELETE", "categories/" + id(hall), null), threads);
        answers.add(deleted.join().status());
        answers.add(listed.join().status());
        if (listed.join().status() == 201) {
          String product = id(listed.join().body());
          assertThat(names(product)).containsExactly(root, "Deep");
          admin.send("DELETE", "products/" + product, null).expect(204);
        }
        for (String name : List.of("Deep", root)) {
          String left = idOf(name);
          if (left != null) {
            admin.send("DELETE", "categories/" + left, null).expect(204);
          }
        }
      }
    }
    assertThat(answers).isSubsetOf(201, 204, 409);
  }

  @Test
  void findsAProductByItsSku() {
    Map<String, Object> draft = draft(List.of(root));
    draft.put("sku", "ÄB 1+" + UUID.randomUUID());
    String product = id(admin.send("POST", "products", draft).expect(201));
    String place = "products/by-sku/" + escaped((String) draft.get("sku"));
    Answer found = api.get(place);
    assertThat(id(found.expect(200))).isEqualTo(product);
    assertThat(ifNoneMatch(place, found.header("ETag")).status()).isEqualTo(304);
    NothingChanges.refused(api.get(place.replace("B%20", "b%20")), 404, ".*not-found");
    admin.send("DELETE", "products/" + product, null).expect(204);
    NothingChanges.refused(api.get(place), 404, "product-not-found");
  }

  private Answer added(String name, JsonNode parent) {
    return admin.send("POST", "categories", orderRequest(name, parent));
  }

  private Answer changed(JsonNode category, String name, JsonNode parent) {
    return admin.send("PUT", "categories/" + id(category), orderRequest(name, parent));
  }

  private static Map<String, Object> orderRequest(String name, JsonNode parent) {
    Map<String, Object> orderRequest = new HashMap<>();
    orderRequest.put("name", name);
    orderRequest.put("parentId", parent == null ? null : id(parent));
    return orderRequest;
  }

  private Answer ifMatch(String method, String path, String tag, Object body) {
    var request = admin.request(path).header("If-Match", tag);
    return api.send(body == null ? request.DELETE() : Api.json(request, method, Api.text(body)));
  }

  private Answer ifNoneMatch(String path, String tag) {
    return api.send(api.request(path).header("If-None-Match", tag).GET());
  }

  private static Map<String, Object> draft(List<String> categories) {
    Map<String, Object> draft = TestProducts.draft("2.00", "EUR");
    draft.put("categories", categories);
    return draft;
  }

  private String product(List<String> categories) {
    return id(admin.send("POST", "products", draft(categories)).expect(201));
  }

  private List<String> names(String product) {
    return texts(api.get("products/" + product).expect(200).get("categories"));
  }

  private List<String> found(String category) {
    JsonNode page = api.get("products?category=" + escaped(category)).expect(200);
    return StreamSupport.stream(page.get("items").spliterator(), false)
        .map(CategoriesIT::id)
        .toList();
  }

  private void seeActions(JsonNode category, String... expected) {
    Eventually.see(
        "the audit log",
        () -> {
          List<String> actions = new ArrayList<>();
          admin
              .get("admin/audit-log?subject=" + id(category))
              .expect(200)
              .get("items")
              .forEach(entry -> actions.add(entry.get("action").asText()));
          return actions.stream().sorted().toList();
        },
        List.of(expected)::equals);
  }

  private List<String> treeNames(String query) {
    JsonNode roots = api.get("categories" + query).expect(200).get("items");
    return StreamSupport.stream(roots.spliterator(), false)
        .map(one -> one.get("name").asText())
        .toList();
  }

  /** The root of this test or one directly below it; {@code null} if there is none. */
  private String idOf(String name) {
    for (JsonNode one : api.get("categories?empty=true").expect(200).get("items")) {
      if (one.get("name").asText().equals(root)) {
        return name.equals(root) ? id(one) : idBelow(one, name);
      }
    }
    return null;
  }

  private static String idBelow(JsonNode parent, String name) {
    for (JsonNode child : parent.get("children")) {
      if (child.get("name").asText().equals(name)) {
        return id(child);
      }
    }
    return null;
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static String id(JsonNode thing) {
    return thing.get("id").asText();
  }

  private static String path(JsonNode category) {
    return category.get("path").asText();
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
