package org.orderly.server.importer;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One product as the file has it, or why it cannot be read.
 *
 * @param place where in the file, for people, such as {@code line 12}
 * @param values {@code null} if it cannot be read
 * @param problem {@code null} if it can
 */
record ImportRow(String place, ObjectNode values, String problem) {

  static ImportRow of(String place, ObjectNode values) {
    return new ImportRow(place, values, null);
  }

  static ImportRow broken(String place, String problem) {
    return new ImportRow(place, null, problem);
  }
}
