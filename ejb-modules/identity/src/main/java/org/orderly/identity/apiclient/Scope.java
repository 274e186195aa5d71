package org.orderly.identity.apiclient;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.orderly.kernel.InvalidValue;

/** What an API client may do. What everybody may read needs none. */
public enum Scope {
  CATALOG_WRITE("catalog:write"),
  STOCK_WRITE("stock:write"),
  ORDERS_READ("orders:read");

  private final String code;

  Scope(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  /**
   * Reads a set of codes.
   *
   * @throws InvalidValue for an unknown code, or for none at all
   */
  static Set<Scope> parse(Collection<String> codes) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String code : codes) {
      scopes.add(parse(code));
    }
    if (scopes.isEmpty()) {
      throw new InvalidValue("scopes", "must name at least one scope");
    }
    return scopes;
  }

  private static Scope parse(String code) {
    for (Scope scope : values()) {
      if (scope.code.equals(code)) {
        return scope;
      }
    }
    throw new InvalidValue(
        "scopes",
        "may hold "
            + Arrays.stream(values()).map(Scope::code).collect(Collectors.joining(", "))
            + " only");
  }

  /** In alphabetical order. */
  static Set<String> codes(Collection<Scope> scopes) {
    return scopes.stream().map(Scope::code).collect(Collectors.toCollection(TreeSet::new));
  }
}
