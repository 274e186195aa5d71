package org.orderly.tests.drill.selftest;

import java.util.List;

/**
 * A rule that is broken on purpose.
 *
 * @param title the broken rule, as a sentence
 * @param instances how many servers must run for it to matter
 */
record Breakage(String name, String title, int instances, List<SourceEdit> edits) {
  Breakage {
    edits = List.copyOf(edits);
  }
}
