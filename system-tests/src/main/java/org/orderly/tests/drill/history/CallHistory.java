package org.orderly.tests.drill.history;

import java.util.ArrayList;
import java.util.List;

/** Records calls, by any number of clients at the same time. */
public final class CallHistory {
  private final int callsMax;
  private List<RecordedCall> calls = new ArrayList<>();

  /**
   * @param callsMax how many are kept in memory
   */
  public CallHistory(int callsMax) {
    this.callsMax = callsMax;
  }

  /**
   * @throws IllegalStateException if there are too many: a history with gaps proves nothing
   */
  public synchronized void add(RecordedCall call) {
    if (calls.size() == callsMax) {
      throw new IllegalStateException("more than " + callsMax + " calls");
    }
    calls.add(call);
  }

  /** The calls since the last time, in the order of their ends. */
  public synchronized List<RecordedCall> take() {
    List<RecordedCall> taken = calls;
    calls = new ArrayList<>();
    return taken;
  }
}
