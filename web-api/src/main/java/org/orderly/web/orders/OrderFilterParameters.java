package org.orderly.web.orders;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.orderly.kernel.InvalidValue;
import org.orderly.ordering.overview.OrderFilter;

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
    return new OrderFilter(
        statuses(), moment("from", from, 0), moment("to", to, 1), number, sku, email);
  }

  private Set<String> statuses() {
    return status.stream()
        .flatMap(list -> Arrays.stream(list.split(",", -1)))
        .map(String::strip)
        .collect(Collectors.toSet());
  }

  /** An instant, or a day of UTC, which begins and ends by itself. */
  public static Instant moment(String field, String text, int daysAfterBegin) {
    if (text == null) {
      return null;
    }
    try {
      return text.length() == "2026-01-31".length()
          ? LocalDate.parse(text).plusDays(daysAfterBegin).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new InvalidValue(field, "is no instant such as 2026-01-31T12:00:00Z, and no day");
    }
  }
}
