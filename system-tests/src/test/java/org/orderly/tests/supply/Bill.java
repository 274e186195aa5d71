package org.orderly.tests.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A bill of materials (CycloneDX) of one archive, as the build wrote it.
 *
 * @param name of the archive
 */
record Bill(String name, List<Component> components) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A library of others that is delivered.
   *
   * @param licences SPDX identifiers or, where a POM uses none, names; the user may choose one
   */
  record Component(String group, String name, String version, List<String> licences) {

    String coordinates() {
      return group + ":" + name;
    }

    /** Whether Maven gives a copy of it this name, with a classifier or without. */
    boolean isCopiedAs(String file) {
      String stem = name + "-" + version;
      return file.equals(stem + ".jar") || file.startsWith(stem + "-") && file.endsWith(".jar");
    }

    boolean isOurs() {
      return group.equals("org.orderly");
    }

    @Override
    public String toString() {
      return coordinates() + ":" + version;
    }
  }

  static Bill of(Path module) throws IOException {
    String name = "orderly-" + module.getFileName();
    Path file = module.resolve("target").resolve(name + ".cdx.json");
    if (!Files.exists(file)) {
      throw new AssertionError(file + " is missing; mvn verify writes it");
    }
    List<Component> components = new ArrayList<>();
    for (JsonNode component : JSON.readTree(file.toFile()).path("components")) {
      components.add(
          new Component(
              component.path("group").asText(),
              component.path("name").asText(),
              component.path("version").asText(),
              licences(component)));
    }
    return new Bill(name, components);
  }

  private static List<String> licences(JsonNode component) {
    List<String> licences = new ArrayList<>();
    for (JsonNode choice : component.path("licenses")) {
      JsonNode licence = choice.path("license");
      if (choice.has("expression")) {
        licences.add(choice.path("expression").asText());
      } else {
        licences.add(licence.path("id").asText(licence.path("name").asText()));
      }
    }
    return licences;
  }

  @Override
  public String toString() {
    return name;
  }
}
