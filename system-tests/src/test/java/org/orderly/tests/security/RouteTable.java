package org.orderly.tests.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who gets what at each address, as {@code routes.txt} says.
 *
 * @param identities the columns, in their order
 * @param rows what each identity expects, by route: method and path
 */
record RouteTable(List<String> identities, Map<String, Map<String, String>> rows) {

  /**
   * @throws AssertionError if a row has too few or too many columns, or comes twice
   */
  static RouteTable read() {
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                RouteTable.class.getResourceAsStream("routes.txt"), StandardCharsets.UTF_8))) {
      List<List<String>> lines =
          file.lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> Arrays.asList(line.strip().split("\\s+")))
              .toList();
      List<String> head = lines.get(0);
      List<String> identities = head.subList(2, head.size());
      Map<String, Map<String, String>> rows = new LinkedHashMap<>();
      for (List<String> line : lines.subList(1, lines.size())) {
        String route = line.get(0) + " " + line.get(1);
        if (line.size() != head.size() || rows.put(route, row(identities, line)) != null) {
          throw new AssertionError("routes.txt: " + route + " has no sound row of its own");
        }
      }
      return new RouteTable(identities, rows);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> row(List<String> identities, List<String> line) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < identities.size(); i++) {
      row.put(identities.get(i), line.get(i + 2));
    }
    return row;
  }
}
