package org.orderly.tests.drill.history;

/** Whether the operations on a counter have an explanation. */
sealed interface CounterResult {

  /** There is an order of events that explains every answer. */
  record Explained() implements CounterResult {}

  /** There is none. */
  record Unexplained(String reason) implements CounterResult {}

  /** There are too many possible orders to try them all. */
  record Undecided() implements CounterResult {}
}
