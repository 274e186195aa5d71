package org.orderly.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.jandex.Indexer;
import org.orderly.catalog.CatalogQueries;
import org.orderly.identity.Users;
import org.orderly.inventory.Stock;
import org.orderly.kernel.Money;
import org.orderly.notification.Notifications;
import org.orderly.ordering.Checkout;
import org.orderly.payment.Payments;
import org.orderly.platform.events.Outbox;

/**
 * What MicroProfile OpenAPI finds in the resources and their records: paths, parameters, types and
 * the bounds of Bean Validation.
 */
final class ScannedDescription {

  /** One class of each module whose records are part of the API. */
  private static final List<Class<?>> MODULES =
      List.of(
          RestApplication.class,
          CatalogQueries.class,
          Users.class,
          Stock.class,
          Money.class,
          Outbox.class,
          Notifications.class,
          Checkout.class,
          Payments.class);

  private static final List<Class<?>> OF_JAVA =
      List.of(Collection.class, Iterable.class, List.class, Map.class, Optional.class, Set.class);

  private static final String ID = "{type: string, format: uuid}";

  /** Values that Jackson writes by code of ours, which nobody can scan. */
  private static final Map<String, String> AS_WRITTEN =
      Map.of(
          "Money",
          "{type: object, required: [amount, currency],"
              + " properties: {amount: {type: string}, currency: {type: string}}}",
          "Quantity",
          "{type: number}",
          "ProductId",
          ID,
          "OrderId",
          ID,
          "UserId",
          ID);

  private ScannedDescription() {}

  static JsonNode read() throws IOException {
    Indexer indexer = new Indexer();
    for (Class<?> module : MODULES) {
      index(indexer, module);
    }
    for (Class<?> type : OF_JAVA) {
      indexer.indexClass(type);
    }
    SmallRyeOpenAPI scanned =
        SmallRyeOpenAPI.builder()
            .withConfig(new ScanConfig())
            .withIndex(indexer.complete())
            .withApplicationClassLoader(ScannedDescription.class.getClassLoader())
            .enableStandardStaticFiles(false)
            .enableModelReader(false)
            .enableStandardFilter(false)
            .build();
    YAMLMapper yaml = new YAMLMapper();
    JsonNode description = yaml.readTree(scanned.toYAML());
    ObjectNode schemas = (ObjectNode) description.at("/components/schemas");
    for (var written : AS_WRITTEN.entrySet()) {
      assertThat(schemas.has(written.getKey())).as(written.getKey()).isTrue();
      schemas.set(written.getKey(), yaml.readTree(written.getValue()));
    }
    for (String anyJson : List.of("before", "after")) {
      ((ObjectNode) schemas.at("/AuditEntry/properties")).set(anyJson, yaml.createObjectNode());
    }
    return description;
  }

  /** Modules are folders or, when they come out of a build, archives. */
  private static void index(Indexer indexer, Class<?> module) throws IOException {
    URI source = URI.create(module.getProtectionDomain().getCodeSource().getLocation().toString());
    Path path = Path.of(source);
    if (Files.isDirectory(path)) {
      indexBelow(indexer, path);
    } else {
      try (FileSystem archive = FileSystems.newFileSystem(path)) {
        indexBelow(indexer, archive.getPath("/"));
      }
    }
  }

  private static void indexBelow(Indexer indexer, Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".class")).toList()) {
        try (InputStream code = Files.newInputStream(file)) {
          indexer.index(code);
        }
      }
    }
  }
}
