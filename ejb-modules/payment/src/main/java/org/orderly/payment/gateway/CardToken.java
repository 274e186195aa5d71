package org.orderly.payment.gateway;

import java.util.regex.Pattern;
import org.orderly.kernel.InvalidValue;

/** What a gateway calls a card: the only thing about a card that this shop may know. */
public final class CardToken {

  /** Card numbers have 12 to 19 digits (ISO/IEC 7812), often in groups. */
  private static final Pattern CARD_NUMBER = Pattern.compile("[0-9](?:[ -]?[0-9]){11,}");

  private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{2,99}");

  private CardToken() {}

  /** Whether there is something in the text that may be a card's number. */
  public static boolean looksLikeCardNumber(String text) {
    return CARD_NUMBER.matcher(text).find();
  }

  /**
   * @return the token
   * @throws InvalidValue if it is none, above all if it looks like a card's number, which the
   *     failure does not repeat
   */
  public static String require(String token) {
    if (looksLikeCardNumber(token)) {
      throw new InvalidValue("token", "looks like a card number, which must not be sent here");
    }
    if (!FORM.matcher(token).matches()) {
      throw new InvalidValue("token", "is not a payment gateway's token");
    }
    return token;
  }
}
