package org.orderly.identity.password;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;

/**
 * A password hash that another shop made: bcrypt, or argon2id version 19.
 *
 * <p>Its parameters say how long every comparison takes, so that they are bounded: nobody can plant
 * a hash that holds a processor for minutes or takes the memory.
 */
public final class ImportedHash {

  private static final int BCRYPT_MIN_COST = 4;
  private static final int BCRYPT_MAX_COST = 14;
  private static final int MAX_MEMORY_KIB = 64 * 1024;
  private static final int MAX_LANES = 4;

  /** KiB times passes: about half a second. */
  private static final long MAX_ARGON_WORK = 4L * MAX_MEMORY_KIB;

  private static final int MIN_KIB_PER_LANE = 8;

  private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");
  private static final Pattern ARGON2ID =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d)"
              + "\\$[A-Za-z0-9+/]{11,88}\\$[A-Za-z0-9+/]{22,88}");

  private ImportedHash() {}

  /**
   * The hash, if it is one that passwords can be compared with in bounded time.
   *
   * @throws InvalidValue if it is not
   */
  public static String accept(@Nullable String text) {
    String hash = text == null ? "" : text;
    Matcher bcrypt = BCRYPT.matcher(hash);
    Matcher argon = ARGON2ID.matcher(hash);
    if (bcrypt.matches()) {
      require(isBetween(number(bcrypt, 1), BCRYPT_MIN_COST, BCRYPT_MAX_COST));
    } else {
      require(
          argon.matches() && isAffordable(number(argon, 1), number(argon, 2), number(argon, 3)));
    }
    return hash;
  }

  private static boolean isAffordable(int memoryKib, int passes, int lanes) {
    return isBetween(lanes, 1, MAX_LANES)
        && isBetween(memoryKib, MIN_KIB_PER_LANE * lanes, MAX_MEMORY_KIB)
        && isBetween((long) memoryKib * passes, 1, MAX_ARGON_WORK);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static boolean isBetween(long value, long least, long most) {
    return value >= least && value <= most;
  }

  private static void require(boolean acceptable) {
    if (!acceptable) {
      throw new InvalidValue(
          "passwordHash",
          "must be a bcrypt hash of cost 4 to 14, or argon2id (v=19) with m up to 65536, p up to 4"
              + " and m times t up to 262144");
    }
  }
}
