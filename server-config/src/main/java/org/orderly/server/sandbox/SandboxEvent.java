package org.orderly.server.sandbox;

/**
 * An event that is sent to the shop until it is acknowledged.
 *
 * @param body what is sent, byte by byte the same each time
 * @param copies how often it is still to be sent
 * @param forged whether it is signed with another secret, as an attacker would
 * @param due when it is sent at the earliest
 */
record SandboxEvent(String id, String body, int copies, boolean forged, long due, long at)
    implements JournalRecord {

  SandboxEvent sentOnce() {
    return new SandboxEvent(id, body, copies - 1, forged, due, at);
  }

  SandboxEvent givenUp() {
    return new SandboxEvent(id, body, 0, forged, due, at);
  }

  boolean done() {
    return copies == 0;
  }
}
