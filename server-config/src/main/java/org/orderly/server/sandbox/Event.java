package org.orderly.server.sandbox;

/**
 * Something that the shop is to be told, until it was.
 *
 * @param body what is sent, byte by byte the same each time
 * @param copies how often it is still to be sent
 * @param forged whether it is signed with another secret, as an attacker would
 * @param due when it is sent at the earliest
 */
record Event(String id, String body, int copies, boolean forged, long due, long at)
    implements Kept {

  Event sentOnce() {
    return new Event(id, body, copies - 1, forged, due, at);
  }

  Event givenUp() {
    return new Event(id, body, 0, forged, due, at);
  }

  boolean done() {
    return copies == 0;
  }
}
