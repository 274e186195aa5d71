package org.orderly.web.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orderly.web.problem.JsonBodies;
import org.orderly.web.problem.Problem;

/**
 * Refuses card numbers wherever orders and money are spoken of, whatever the member is called: they
 * belong to the payment gateway, which gives a token for them, and to nobody here.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class CardNumbers implements ContainerRequestFilter {

  private static final Pattern PAYING =
      Pattern.compile(
          "/?((guest/)?orders(/[^/]+(/refunds|/cancel|/returns)?)?|checkout/.*|balance/.*)/?");

  /** 13 to 19 digits of an issuer of cards (ISO/IEC 7812), also in groups, that stand alone. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<![0-9A-Za-z.-])[2-6](?:[ -]?[0-9]){12,18}(?![0-9A-Za-z]|[ .-][0-9])");

  private static final int LONGEST_NUMBER = 40;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    String path = ResourcePath.of(request.getUriInfo());
    if (!request.hasEntity() || !PAYING.matcher(path).matches()) {
      return;
    }
    byte[] body = request.getEntityStream().readAllBytes();
    if (isIn(new String(body, StandardCharsets.ISO_8859_1)) || isInJson(body)) {
      request.abortWith(
          Problem.of(400, "card-number", "a card number must not be sent here, only its token")
              .toResponse());
    }
    request.setEntityStream(new ByteArrayInputStream(body));
  }

  /** Whether one stands in a name or value once it is read, whatever it was written with. */
  static boolean isInJson(byte[] body) {
    try (JsonParser json = JsonBodies.MAPPER.createParser(body)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        boolean isText = token == JsonToken.FIELD_NAME || token.isScalarValue();
        if (isText && isIn(json.getText())
            || token == JsonToken.VALUE_NUMBER_FLOAT && isIn(plain(json.getText()))) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      // whoever reads it as JSON refuses it, from the same place on
      return false;
    }
  }

  /** A number without its exponent and without zeros behind the point. */
  private static String plain(String number) {
    BigDecimal value = new BigDecimal(number);
    boolean isOfACardsLength = value.precision() - (long) value.scale() <= LONGEST_NUMBER;
    return isOfACardsLength && value.scale() <= LONGEST_NUMBER
        ? value.stripTrailingZeros().toPlainString()
        : "";
  }

  static boolean isIn(String text) {
    Matcher numbers = NUMBER.matcher(text);
    while (numbers.find()) {
      if (sumsUp(numbers.group())) {
        return true;
      }
    }
    return false;
  }

  /** The check digit that every card number ends with (Luhn, ISO/IEC 7812-1 annex B). */
  private static boolean sumsUp(String number) {
    int sum = 0;
    boolean twice = false;
    for (int i = number.length() - 1; i >= 0; i--) {
      int digit = Character.digit(number.charAt(i), 10);
      if (digit >= 0) {
        int counted = twice ? digit * 2 : digit;
        sum += counted > 9 ? counted - 9 : counted;
        twice = !twice;
      }
    }
    return sum % 10 == 0;
  }
}
