package org.orderly.ordering.guests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.orderly.identity.person.EmailAddress;

class GuestOrdersTest {

  @Test
  void knowsAGuestByTheAddressHoweverItIsTyped() {
    assertThat(GuestOrders.guest(EmailAddress.of(" Ada@Example.ORG ")))
        .isEqualTo(GuestOrders.guest(EmailAddress.of("ada@example.org")))
        .isNotEqualTo(GuestOrders.guest(EmailAddress.of("bob@example.org")));
  }
}
