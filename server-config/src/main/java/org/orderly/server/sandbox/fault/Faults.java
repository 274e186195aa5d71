package org.orderly.server.sandbox.fault;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.orderly.server.sandbox.http.InvalidRequest;

/**
 * Which call goes wrong, and how: what the control asked for, else what the card's token says, else
 * what the amount says. What the control asked for is forgotten when the process ends.
 */
public final class Faults {
  private static final int MOST = 1_000;

  /** 666.01, 666.02, … of any currency with two decimals. */
  private static final long FIRST_AMOUNT = 66_601;

  private static final List<Fault> BY_AMOUNT =
      List.of(
          Fault.DECLINE,
          Fault.TIMEOUT_BEFORE,
          Fault.TIMEOUT_AFTER,
          Fault.ERROR,
          Fault.SLOW,
          Fault.PENDING,
          Fault.FAILS);

  /**
   * A fault to come.
   *
   * @param key only for calls with this key, or about the payment with it; {@code null} for any
   * @param times how many calls more
   */
  public record Ordered(Operation operation, Fault fault, String key, int times) {}

  private final Deque<Ordered> ordered = new ArrayDeque<>();

  /**
   * @param paymentKey of the payment that the call is about; may be {@code null}
   * @param token {@code null} if there is no card
   */
  public Fault of(Operation operation, String key, String paymentKey, String token, long amount) {
    Fault wanted = take(operation, key, paymentKey);
    if (wanted != null) {
      return wanted;
    }
    boolean usual = token == null || token.equals(TokenDirective.USUAL);
    boolean newMoney = operation == Operation.AUTHORIZE || operation == Operation.PAYOUT;
    return usual && newMoney
        ? of(amount)
        : token == null ? Fault.OK : TokenDirective.at(operation, token);
  }

  private static Fault of(long amount) {
    long index = amount - FIRST_AMOUNT;
    return index < 0 || index >= BY_AMOUNT.size() ? Fault.OK : BY_AMOUNT.get((int) index);
  }

  private synchronized Fault take(Operation operation, String key, String paymentKey) {
    for (Iterator<Ordered> rules = ordered.iterator(); rules.hasNext(); ) {
      Ordered rule = rules.next();
      boolean meant = rule.key() == null || rule.key().equals(key) || rule.key().equals(paymentKey);
      if (rule.operation() == operation && meant) {
        rules.remove();
        if (rule.times() > 1) {
          ordered.addFirst(
              new Ordered(rule.operation(), rule.fault(), rule.key(), rule.times() - 1));
        }
        return rule.fault();
      }
    }
    return null;
  }

  public synchronized void order(Ordered rule) {
    if (ordered.size() >= MOST) {
      throw new InvalidRequest(422, "too many faults are ordered already");
    }
    ordered.addLast(rule);
  }

  public synchronized List<Ordered> ordered() {
    return List.copyOf(ordered);
  }

  public synchronized void clear() {
    ordered.clear();
  }
}
