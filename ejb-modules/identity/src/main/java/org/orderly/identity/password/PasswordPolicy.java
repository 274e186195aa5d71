package org.orderly.identity.password;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which passwords an account may have: long ones (NIST SP 800-63B, 5.1.1.2), of any characters, but
 * none that guessers try first and none made of the account's own address or name.
 *
 * <p>Length counts characters, not bytes. Equivalent spellings of one text (composed or not, full
 * or half width) are the same password, so that it works from every keyboard.
 */
@ApplicationScoped
public class PasswordPolicy {

  /** NIST's least, and more than anybody remembers: what the configuration may ask for. */
  private static final int LEAST = 8;

  private static final int MOST = 1024;
  private static final int MAX_TYPED = 4 * MOST;

  /** Shorter names and addresses are in too many good passwords by chance. */
  private static final int TELLING = 4;

  /** What must be left of a password besides a word of the name. */
  private static final int ENOUGH_ELSE = 8;

  private final CommonPasswords common;
  private final int minLength;
  private final int maxLength;

  /**
   * @throws IllegalStateException if the configured lengths make no sense
   */
  @Inject
  PasswordPolicy(
      CommonPasswords common,
      @ConfigProperty(name = "orderly.password.min.length", defaultValue = "12") int minLength,
      @ConfigProperty(name = "orderly.password.max.length", defaultValue = "128") int maxLength) {
    if (minLength < LEAST || maxLength > MOST || minLength > maxLength) {
      throw new IllegalStateException(
          "ORDERLY_PASSWORD_MIN_LENGTH and ORDERLY_PASSWORD_MAX_LENGTH must lie between 8 and 1024");
    }
    this.common = common;
    this.minLength = minLength;
    this.maxLength = maxLength;
  }

  /**
   * The canonical form of a password that this account may take into use.
   *
   * @param email of the account
   * @param name of its owner
   * @throws UnacceptablePassword if it is too short, too long, too common, or says who they are
   */
  public String accept(@Nullable String typed, String email, String name) {
    String password = canonical(typed);
    int length = password.codePointCount(0, password.length());
    if (length < minLength || length > maxLength) {
      throw UnacceptablePassword.ofLength(minLength, maxLength);
    }
    if (common.contain(password)) {
      throw UnacceptablePassword.tooCommon();
    }
    if (tellsWho(letters(password), email, name)) {
      throw UnacceptablePassword.personal();
    }
    return password;
  }

  /** The form that is hashed. A text too long to be anybody's password becomes the empty one. */
  public static String canonical(@Nullable String typed) {
    if (typed == null || typed.length() > MAX_TYPED) {
      return "";
    }
    return Normalizer.normalize(typed, Normalizer.Form.NFKC);
  }

  private static boolean tellsWho(String password, String email, String name) {
    String local = email.substring(0, email.indexOf('@'));
    if (holds(password, letters(email))
        || holds(password, letters(local))
        || holds(password, letters(name))) {
      return true;
    }
    for (String word : name.split("\\s+")) {
      String telling = letters(word);
      if (holds(password, telling) && password.replace(telling, "").length() < ENOUGH_ELSE) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(String password, String part) {
    return part.length() >= TELLING && password.contains(part);
  }

  /** Letters and digits alone: dots and spaces between them hide nothing from a guesser. */
  private static String letters(String text) {
    return canonical(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
