package org.orderly.server.cli;

/** Takes a port of this machine. */
public final class PortNumber extends WholeNumber {
  private PortNumber() {
    super(1, 65535);
  }
}
