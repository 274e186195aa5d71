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
 * The state of the sandbox gateway, in memory and in its {@link Journal}. Whoever reads in order to
 * change holds this object's lock meanwhile.
 */
final class GatewayState implements AutoCloseable {
  /** What fits in the memory of the process; beyond it nothing new is taken. */
  static final int MOST = 200_000;

  private static final long REWRITE = 16L * 1024 * 1024;

  private final Journal journal;
  private final Map<String, JournalRecord> all = new LinkedHashMap<>();
  private final Map<String, SandboxPayment> paymentsByKey = new HashMap<>();
  private final Map<String, SandboxTransfer> movesByKey = new HashMap<>();
  private final Map<String, SandboxDispute> disputesByPayment = new HashMap<>();
  private final Map<String, SandboxEvent> undelivered = new LinkedHashMap<>();

  GatewayState(Path file) throws IOException {
    journal = new Journal(file);
    journal.replay(this::remember);
    if (journal.size() > REWRITE) {
      List<JournalRecord> now = new ArrayList<>(all.values());
      now.addAll(undelivered.values());
      journal.rewrite(now);
    }
  }

  private void remember(JournalRecord one) {
    if (one instanceof SandboxEvent sandboxEvent) {
      undelivered.put(sandboxEvent.id(), sandboxEvent);
      if (sandboxEvent.done()) {
        undelivered.remove(sandboxEvent.id());
      }
      return;
    }
    all.put(one.id(), one);
    if (one instanceof SandboxPayment sandboxPayment) {
      paymentsByKey.put(sandboxPayment.key(), sandboxPayment);
    } else if (one instanceof SandboxTransfer move && move.key() != null) {
      movesByKey.put(nameOf(move.kind(), move.key()), move);
    } else if (one instanceof SandboxDispute sandboxDispute) {
      disputesByPayment.put(sandboxDispute.payment(), sandboxDispute);
    }
  }

  private static String nameOf(SandboxTransfer.Kind kind, String key) {
    return kind + " " + key;
  }

  /**
   * Makes one change of several things, all or none.
   *
   * @return what {@link #force} is to be asked for before anybody hears of it
   */
  synchronized long change(JournalRecord... together) {
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

  synchronized Optional<SandboxPayment> payment(String id) {
    return find(id, SandboxPayment.class);
  }

  synchronized Optional<SandboxPayment> paymentByKey(String key) {
    return Optional.ofNullable(paymentsByKey.get(key));
  }

  synchronized Optional<SandboxTransfer> move(String id) {
    return find(id, SandboxTransfer.class);
  }

  synchronized Optional<SandboxTransfer> move(SandboxTransfer.Kind kind, String key) {
    return Optional.ofNullable(movesByKey.get(nameOf(kind, key)));
  }

  synchronized Optional<SandboxDispute> dispute(String id) {
    return find(id, SandboxDispute.class);
  }

  /** The latest one about a payment. */
  synchronized Optional<SandboxDispute> disputeOf(String sandboxPayment) {
    return Optional.ofNullable(disputesByPayment.get(sandboxPayment));
  }

  synchronized Optional<SandboxEvent> undelivered(String id) {
    return Optional.ofNullable(undelivered.get(id));
  }

  private <T extends JournalRecord> Optional<T> find(String id, Class<T> type) {
    return Optional.ofNullable(all.get(id)).filter(type::isInstance).map(type::cast);
  }

  /** Those of one kind, in the order in which they were first heard of. */
  synchronized <T extends JournalRecord> List<T> all(Class<T> type) {
    return all.values().stream().filter(type::isInstance).map(type::cast).toList();
  }

  synchronized Collection<SandboxEvent> undelivered() {
    return List.copyOf(undelivered.values());
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
