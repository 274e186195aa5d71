package org.orderly.web.catalog;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.orderly.catalog.search.Facet;
import org.orderly.catalog.search.PriceRange;
import org.orderly.catalog.search.ProductFilter;
import org.orderly.catalog.search.ProductSort;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;

/** What lists of products can be narrowed to, and their order. */
public class ProductFilterParameters {

  @QueryParam("q")
  private String q;

  @QueryParam("category")
  private String category;

  /** Several by repetition. */
  @QueryParam("brand")
  private List<String> brand;

  @QueryParam("currency")
  private String currency;

  @QueryParam("minPrice")
  private String minPrice;

  @QueryParam("maxPrice")
  private String maxPrice;

  @QueryParam("sort")
  private String sort;

  /** Several by repetition or by commas. */
  @QueryParam("facets")
  private List<String> facets;

  @QueryParam("limit")
  private Integer limit;

  @QueryParam("cursor")
  private String cursor;

  /**
   * @throws InvalidValue naming the first parameter that says nothing sensible
   */
  ProductFilter filter() {
    return new ProductFilter(
        q,
        category,
        brand,
        PriceRange.of(currency, minPrice, maxPrice),
        ProductSort.of(sort),
        Facet.of(facets),
        Limit.of(limit),
        cursor);
  }
}
