package org.orderly.server.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the gateway knows, in memory and in its {@link Journal}. Whoever reads in order
 * to change holds this object's lock meanwhile.
 */
final class Books implements AutoCloseable {
  /** What fits in the memory of the process; beyond it nothing new is taken. */
  static final int MOST = 200_000;

  private static final long REWRITE = 16L * 1024 * 1024;

  private final Journal journal;
  private final Map<String, Kept> all = new LinkedHashMap<>();
  private final Map<String, Payment> paymentsByKey = new HashMap<>();
  private final Map<String, Move> movesByKey = new HashMap<>();
  private final Map<String, Dispute> disputesByPayment = new HashMap<>();
  private final Map<String, Event> undelivered = new LinkedHashMap<>();

  Books(Path file) throws IOException {
    journal = new Journal(file);
    journal.replay(this::remember);
    if (journal.size() > REWRITE) {
      List<Kept> now = new ArrayList<>(all.values());
      now.addAll(undelivered.values());
      journal.rewrite(now);
    }
  }

  private void remember(Kept one) {
    if (one instanceof Event event) {
      undelivered.put(event.id(), event);
      if (event.done()) {
        undelivered.remove(event.id());
      }
      return;
    }
    all.put(one.id(), one);
    if (one instanceof Payment payment) {
      paymentsByKey.put(payment.key(), payment);
    } else if (one instanceof Move move && move.key() != null) {
      movesByKey.put(nameOf(move.kind(), move.key()), move);
    } else if (one instanceof Dispute dispute) {
      disputesByPayment.put(dispute.payment(), dispute);
    }
  }

  private static String nameOf(Move.Kind kind, String key) {
    return kind + " " + key;
  }

  /**
   * Makes one change of several things, all or none.
   *
   * @return what {@link #force} is to be asked for before anybody hears of it
   */
  synchronized long change(Kept... together) {
    try {
      long position = journal.append(List.of(together));
      List.of(together).forEach(this::remember);
      return position;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when everything that was changed so far outlives this process. */
  void force() {
    try {
      journal.force(journal.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized boolean full() {
    return all.size() >= MOST || undelivered.size() >= MOST;
  }

  synchronized Optional<Payment> payment(String id) {
    return find(id, Payment.class);
  }

  synchronized Optional<Payment> paymentByKey(String key) {
    return Optional.ofNullable(paymentsByKey.get(key));
  }

  synchronized Optional<Move> move(String id) {
    return find(id, Move.class);
  }

  synchronized Optional<Move> move(Move.Kind kind, String key) {
    return Optional.ofNullable(movesByKey.get(nameOf(kind, key)));
  }

  synchronized Optional<Dispute> dispute(String id) {
    return find(id, Dispute.class);
  }

  /** The latest one about a payment. */
  synchronized Optional<Dispute> disputeOf(String payment) {
    return Optional.ofNullable(disputesByPayment.get(payment));
  }

  synchronized Optional<Event> undelivered(String id) {
    return Optional.ofNullable(undelivered.get(id));
  }

  private <T extends Kept> Optional<T> find(String id, Class<T> type) {
    return Optional.ofNullable(all.get(id)).filter(type::isInstance).map(type::cast);
  }

  /** Those of one kind, in the order in which they were first heard of. */
  synchronized <T extends Kept> List<T> all(Class<T> type) {
    return all.values().stream().filter(type::isInstance).map(type::cast).toList();
  }

  synchronized Collection<Event> undelivered() {
    return List.copyOf(undelivered.values());
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
