package org.orderly.catalog.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;

/** The orders in which products can be listed. Each is total: the id comes last. */
public enum ProductSort {
  RELEVANCE("relevance", true, Key.MATCH, Key.SCORE, Key.POPULARITY, Key.ID),
  POPULARITY("popularity", true, Key.POPULARITY, Key.ID),
  NEWEST("newest", true, Key.ID),
  PRICE("price", false, Key.CURRENCY, Key.PRICE, Key.ID),
  PRICE_DESCENDING("-price", true, Key.CURRENCY, Key.PRICE, Key.ID),
  NAME("name", false, Key.NAME, Key.ID);

  private final String code;
  private final boolean descending;
  private final List<Key> keys;

  ProductSort(String code, boolean descending, Key... keys) {
    this.code = code;
    this.descending = descending;
    this.keys = List.of(keys);
  }

  /** A column that is sorted by. Ids rise with time, so they sort by age as well. */
  enum Key {
    MATCH("match", "int"),
    SCORE("score", "int"),
    POPULARITY("popularity", "int"),
    CURRENCY("price_currency", "text"),
    PRICE("price_minor", "bigint"),
    NAME("name_key", "text"),
    ID("id", "uuid");

    private final String column;
    private final String type;

    Key(String column, String type) {
      this.column = column;
      this.type = type;
    }

    String column() {
      return column;
    }

    /** The parameter of a statement for a value in text form. */
    String parameter() {
      return "cast(? as " + type + ")";
    }

    /**
     * @throws IllegalArgumentException if the text is no such value
     */
    void check(String value) {
      switch (type) {
        case "int" -> Integer.parseInt(value);
        case "bigint" -> Long.parseLong(value);
        case "uuid" -> java.util.UUID.fromString(value);
        default -> {
          // every text is one
        }
      }
    }
  }

  /**
   * The sort of this code.
   *
   * @param code {@code null} for the best match first
   * @throws InvalidValue if there is none
   */
  public static ProductSort of(@Nullable String code) {
    return code == null
        ? RELEVANCE
        : Arrays.stream(values())
            .filter(sort -> sort.code.equals(code))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidValue(
                        "sort",
                        "must be one of "
                            + Arrays.stream(values())
                                .map(sort -> sort.code)
                                .collect(Collectors.joining(", "))));
  }

  String code() {
    return code;
  }

  List<Key> keys() {
    return keys;
  }

  /** Such as {@code popularity desc, id desc}. */
  String order() {
    return keys.stream()
        .map(key -> key.column() + (descending ? " desc" : ""))
        .collect(Collectors.joining(", "));
  }

  /** The condition for what comes after a row, whose keys are its parameters. */
  String after() {
    return keys.stream().map(Key::column).collect(Collectors.joining(", ", "(", ")"))
        + (descending ? " < " : " > ")
        + keys.stream().map(Key::parameter).collect(Collectors.joining(", ", "(", ")"));
  }
}
