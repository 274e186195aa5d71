package org.orderly.notification.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many mails an address gets that nobody has confirmed: anybody can register, order as a guest
 * or ask for a new password with somebody else's address. What is above it is written down as
 * withheld and not sent; nothing is limited once the address is confirmed.
 */
@ApplicationScoped
class UnconfirmedAddressLimit {

  private final int perHour;
  private final int perDay;

  /**
   * @param perHour mails within an hour; 0 for any number
   * @param perDay mails within 24 hours; 0 for any number
   */
  @Inject
  UnconfirmedAddressLimit(
      @ConfigProperty(name = "orderly.mail.unconfirmed.hour", defaultValue = "20") int perHour,
      @ConfigProperty(name = "orderly.mail.unconfirmed.day", defaultValue = "50") int perDay) {
    this.perHour = perHour;
    this.perDay = perDay;
  }

  long perHour() {
    return limit(perHour);
  }

  long perDay() {
    return limit(perDay);
  }

  private static long limit(int configured) {
    return configured <= 0 ? Long.MAX_VALUE : configured;
  }
}
