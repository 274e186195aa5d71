package org.orderly.web.orders;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.orderly.kernel.InvalidValue;
import org.orderly.ordering.overview.OrderFilter;
import org.orderly.platform.time.ShopZone;

/** What lists and files of orders can be narrowed to. */
public class OrderFilterParameters {

  /** Several by repetition or by commas. */
  @QueryParam("status")
  private List<String> status;

  @QueryParam("from")
  private String from;

  @QueryParam("to")
  private String to;

  @QueryParam("number")
  private String number;

  @QueryParam("sku")
  private String sku;

  /**
   * @throws InvalidValue naming the first parameter that says nothing sensible
   */
  OrderFilter filter() {
    return filter(null);
  }

  /** The same for an admin, who may ask for a person. */
  OrderFilter filter(String email) {
    ShopZone zone = ShopZone.configured();
    return new OrderFilter(
        statuses(), zone.from("from", from), zone.to("to", to), number, sku, email);
  }

  private Set<String> statuses() {
    return status.stream()
        .flatMap(list -> Arrays.stream(list.split(",", -1)))
        .map(String::strip)
        .collect(Collectors.toSet());
  }
}
