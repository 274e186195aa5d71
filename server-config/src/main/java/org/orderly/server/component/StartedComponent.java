package org.orderly.server.component;

import java.util.concurrent.CompletableFuture;

/** A component that this launcher starts itself. */
public interface StartedComponent {
  Component part();

  /** Its process. */
  ChildProcess child();

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
  default void kill() {
    child().process().destroyForcibly();
  }

  default long pid() {
    return child().process().pid();
  }

  /** Completes when the running process ends. */
  default CompletableFuture<Integer> exit() {
    return child().process().onExit().thenApply(Process::exitValue);
  }

  /** Where it is reachable, or what else is worth telling. */
  String place();

  default LogFile log() {
    return child().log();
  }
}
