package org.orderly.identity.twofactor;

import java.util.HashMap;
import java.util.Map;
import org.orderly.kernel.UserId;

/** Codes that show what a test says; all others are wrong. */
public final class FixedCodes extends SecondFactor {

  private final Map<String, Outcome> codes = new HashMap<>();

  public FixedCodes() {
    super(null, null, null, null, null);
  }

  /**
   * @param code {@code null} for none
   */
  public FixedCodes showing(String code, Outcome outcome) {
    codes.put(code, outcome);
    return this;
  }

  @Override
  public Outcome check(UserId user, String code) {
    return codes.getOrDefault(code, Outcome.WRONG);
  }
}
