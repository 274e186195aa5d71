package org.orderly.server;

import java.util.concurrent.CompletableFuture;

/** A part that this launcher starts itself. */
interface Service {
  Part part();

  /** Starts the process and returns at once. Data of earlier starts are kept. */
  void launch();

  /**
   * Returns when the part does its work.
   *
   * @throws LaunchFailure when it does not within a deadline
   */
  void awaitReady();

  /** Stops the process, this start's or a killed launcher's, and returns when it is gone. */
  void stop();

  /** Ends the process without asking: what a drill does. */
  void kill();

  long pid();

  /** Completes when the running process ends. */
  CompletableFuture<Integer> exit();

  /** Where it is reachable, or what else is worth telling. */
  String place();

  LogFile log();
}
