package org.orderly.web.problem;

import java.util.Map;

/** The bodies of this room that the API's description has schemas for. */
public final class ProblemRecords {

  public static final Map<String, Class<? extends Record>> ALL =
      Map.ofEntries(
          Map.entry("FieldError", Problem.FieldError.class), Map.entry("Problem", Problem.class));

  private ProblemRecords() {}
}
