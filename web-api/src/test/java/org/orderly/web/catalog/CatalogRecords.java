package org.orderly.web.catalog;

import java.util.Map;

/** The bodies of this room that the API's description has schemas for. */
public final class CatalogRecords {

  public static final Map<String, Class<? extends Record>> ALL =
      Map.ofEntries(
          Map.entry("CategoryRequest", CategoriesResource.CategoryRequest.class),
          Map.entry("SearchMissList", SearchMissesResource.SearchMissList.class),
          Map.entry("ProductRequest", ProductRequest.class));

  private CatalogRecords() {}
}
