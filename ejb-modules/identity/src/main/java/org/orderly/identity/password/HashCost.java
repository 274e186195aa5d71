package org.orderly.identity.password;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much work a password hash takes to compute, as its own parameters say.
 *
 * @param bcryptRounds two to the power of bcrypt's cost, or 0
 * @param argonKib argon2's memory in KiB times its passes, or 0
 */
public record HashCost(long bcryptRounds, long argonKib) {

  public static final HashCost NONE = new HashCost(0, 0);

  private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$.*");
  private static final Pattern ARGON2ID =
      Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=\\d{1,3}\\$.*");

  /** The work of a hash, or of anything that begins like one; none for any other text. */
  public static HashCost of(String hash) {
    Matcher bcrypt = BCRYPT.matcher(hash);
    if (bcrypt.matches()) {
      return new HashCost(1L << Math.min(31, Integer.parseInt(bcrypt.group(1))), 0);
    }
    Matcher argon = ARGON2ID.matcher(hash);
    if (argon.matches()) {
      return new HashCost(0, Long.parseLong(argon.group(1)) * Long.parseLong(argon.group(2)));
    }
    return NONE;
  }

  /** As much of each kind as the dearer of the two. */
  public HashCost orMore(HashCost other) {
    return new HashCost(
        Math.max(bcryptRounds, other.bcryptRounds), Math.max(argonKib, other.argonKib));
  }

  /** What is left to do when this much has been done. */
  public HashCost less(HashCost done) {
    return new HashCost(
        Math.max(0, bcryptRounds - done.bcryptRounds), Math.max(0, argonKib - done.argonKib));
  }

  public boolean isNone() {
    return equals(NONE);
  }
}
