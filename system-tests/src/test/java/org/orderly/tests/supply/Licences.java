package org.orderly.tests.supply;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.orderly.tests.supply.Bill.Component;

/**
 * The licences under which others' libraries may be delivered.
 *
 * @param stated of libraries whose POM is silent or wrong, by what was read in them
 */
record Licences(Set<String> allowed, List<Stated> stated) {

  record Stated(@JsonProperty("package") String component, String licence, String why) {}

  static Licences read(Path home) throws IOException {
    Path file = home.resolve("docs/security/licences.json");
    return new ObjectMapper().readValue(file.toFile(), Licences.class);
  }

  /** Whether one of its licences, of which the user may choose, is allowed. */
  boolean allow(Component component) {
    return licencesOf(component).stream().anyMatch(allowed::contains);
  }

  List<String> licencesOf(Component component) {
    return stated.stream()
        .filter(known -> known.component().equals(component.coordinates()))
        .map(known -> List.of(known.licence()))
        .findFirst()
        .orElse(component.licences());
  }
}
