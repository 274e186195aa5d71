package org.orderly.web.caching;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The addresses whose responses are cached, as the API knows them. */
final class CachedRoute {

  private static final String PRODUCTS = "/api/v1/products";
  private static final String BY_SKU = PRODUCTS + "/by-sku/";
  private static final String SUGGEST = PRODUCTS + "/suggest";
  private static final String CATEGORIES = "/api/v1/categories";

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** Escapes are left to JAX-RS. */
  private static final Pattern SKU = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private CachedRoute() {}

  /**
   * The template of an address in its plain form; {@code null} for all others, whether or not
   * JAX-RS would find a cached resource there.
   *
   * @param path as it was sent
   */
  static @Nullable String of(String path) {
    if (path.equals(PRODUCTS) || path.equals(SUGGEST) || path.equals(CATEGORIES)) {
      return path;
    }
    if (path.startsWith(BY_SKU)) {
      return SKU.matcher(path.substring(BY_SKU.length())).matches() ? BY_SKU + "{sku}" : null;
    }
    boolean one = path.startsWith(PRODUCTS + "/");
    return one && ID.matcher(path.substring(PRODUCTS.length() + 1)).matches()
        ? PRODUCTS + "/{id}"
        : null;
  }
}
