package org.orderly.identity.twofactor;

import java.util.List;

/**
 * Ten codes for who has lost the app; shown once, each good once.
 *
 * @param recoveryCodes as they are written down; case and dashes do not matter
 */
public record RecoveryCodes(List<String> recoveryCodes) {

  /** Keeps the codes out of logs. */
  @Override
  public String toString() {
    return "RecoveryCodes";
  }
}
