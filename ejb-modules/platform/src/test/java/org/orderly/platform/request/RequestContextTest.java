package org.orderly.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestContextTest {

  @AfterEach
  void leave() {
    RequestContext.leave();
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7",
    "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
    "2001:db8:1:2::1, 20010db800010002/64",
    "2001:db8:1:3::1, 20010db800010003/64",
    "::ffff:203.0.113.7, ::ffff:203.0.113.7",
    "not:an:address, not:an:address",
    "'', ''"
  })
  void standsForOneAddressOrTheHomeOfMany(String address, String site) {
    assertThat(new RequestContext("anonymous", address, "r1", "").site()).isEqualTo(site);
  }

  @Test
  void isTheShopItselfWhereNoRequestIsServed() {
    RequestContext request = new RequestContext("somebody", "203.0.113.7", "r1", "a browser");
    RequestContext.enter(request);
    assertThat(RequestContext.current()).isEqualTo(request);
    RequestContext.leave();
    assertThat(RequestContext.current()).isEqualTo(new RequestContext("system", "", "", ""));
  }
}
