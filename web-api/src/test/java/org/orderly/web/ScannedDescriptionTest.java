package org.orderly.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds the written document to what MicroProfile OpenAPI scans: every operation, parameter, type,
 * required member and bound.
 */
class ScannedDescriptionTest {

  private static JsonNode scanned;
  private static JsonNode written;

  @BeforeAll
  static void scan() throws IOException {
    scanned = ScannedDescription.read();
    try (InputStream yaml =
        ScannedDescriptionTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
      written = new YAMLMapper().readTree(yaml);
    }
  }

  @Test
  void saysAllThatIsInTheCode() {
    assertThat(scanned.path("paths").size()).isGreaterThan(120);
    assertThat(new DescriptionDrift(scanned, written).differences()).isEmpty();
  }

  @Test
  void noticesWhatIsWrittenOtherwise() {
    ObjectNode wrong = written.deepCopy();
    ObjectNode schemas = (ObjectNode) wrong.at("/components/schemas");
    ((ObjectNode) schemas.at("/ProductRequest/properties/sku")).put("maxLength", 65);
    ((ObjectNode) schemas.at("/ProductRequest/properties/quantityScale")).put("type", "string");
    ((ObjectNode) schemas.at("/RefusalRequest/properties")).remove("reason");
    ((ObjectNode) wrong.path("paths")).remove("/api/v1/cart");
    assertThat(new DescriptionDrift(scanned, wrong).differences())
        .hasSizeBetween(4, 8)
        .anyMatch(difference -> difference.endsWith("body.sku maxLength 64, written 65"))
        .anyMatch(difference -> difference.contains("quantityScale is \"integer\""))
        .anyMatch(difference -> difference.contains("refuse body has [reason]"))
        .contains("get /api/v1/cart is not written");
  }
}
