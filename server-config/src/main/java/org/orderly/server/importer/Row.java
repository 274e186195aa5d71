package org.orderly.server.importer;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One product as the file has it, or why it cannot be read.
 *
 * @param place where in the file, for people, such as {@code line 12}
 * @param values {@code null} if it cannot be read
 * @param problem {@code null} if it can
 */
record Row(String place, ObjectNode values, String problem) {

  static Row of(String place, ObjectNode values) {
    return new Row(place, values, null);
  }

  static Row broken(String place, String problem) {
    return new Row(place, null, problem);
  }
}
