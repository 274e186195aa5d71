package org.orderly.server.sandbox;

import java.util.ArrayList;
import java.util.List;

/** Changes what the gateway knows, and sends the courier off with the news. */
final class Changes {
  private final Books books;
  private final Courier courier;

  Changes(Books books, Courier courier) {
    this.books = books;
    this.courier = courier;
  }

  /** All together, or nothing if the process dies meanwhile. */
  void make(List<Event> told, Kept... together) {
    List<Kept> all = new ArrayList<>(List.of(together));
    all.addAll(told);
    books.change(all.toArray(Kept[]::new));
    told.forEach(courier::send);
  }
}
