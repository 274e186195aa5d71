package org.orderly.tests.drill.history;

import java.util.List;
import java.util.Map;

/** What a client was answered to one call. */
public sealed interface CallAnswer {

  /**
   * The request took effect, now or in an earlier call.
   *
   * @param effect the id of what was made, such as an order
   * @param after counters as the effect left them, where the answer says so
   */
  record Done(String effect, Map<String, Long> after) implements CallAnswer {
    public Done {
      after = Map.copyOf(after);
    }
  }

  /** The request took no effect, for a reason that the readings prove. */
  record Refused(String code, List<CounterReading> readings) implements CallAnswer {
    public Refused {
      readings = List.copyOf(readings);
    }
  }

  /**
   * The request may take effect, once, at any time from the call on.
   *
   * @param status of an answer that says nothing of the effect; 0 for no answer
   */
  record Unknown(int status, String reason) implements CallAnswer {}
}
