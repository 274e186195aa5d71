package org.orderly.web.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.Network;

class ClientAddressTest {

  private static final String FOR = "X-Forwarded-For";

  private final ClientAddress nobodyTrusted = new ClientAddress(Optional.empty());
  private final ClientAddress behindProxies =
      new ClientAddress(Optional.of("10.0.0.0/8, 192.0.2.7,2001:db8:5::/48"));

  private String client(String peer, String header, String value) {
    return behindProxies.of(new FakeRequest(peer).with(header, value).made());
  }

  @Test
  void takesTheSocketsWordWhereNobodyIsTrusted() {
    var request = new FakeRequest("198.51.100.1").with(FOR, "203.0.113.9").made();
    assertThat(nobodyTrusted.of(request)).isEqualTo("198.51.100.1");
    assertThat(behindProxies.of(request)).isEqualTo("198.51.100.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.1.2.3        | 203.0.113.9                        | 203.0.113.9",
        "10.1.2.3        | 203.0.113.9:4711                   | 203.0.113.9",
        "10.1.2.3        | 2001:db8:9::1                      | 2001:db8:9:0:0:0:0:1",
        "10.1.2.3        | [2001:db8:9::1]:443                | 2001:db8:9:0:0:0:0:1",
        "2001:db8:5::99  | 203.0.113.9                        | 203.0.113.9",
        "::ffff:10.1.2.3 | 203.0.113.9                        | 203.0.113.9",
        // what stands left of the first one who is not trusted is that one's claim
        "10.1.2.3        | 1.1.1.1, 203.0.113.9               | 203.0.113.9",
        "10.1.2.3        | 10.9.9.9, 203.0.113.9, 192.0.2.7   | 203.0.113.9",
        "10.1.2.3        | 1.1.1.1, nonsense                  | 10.1.2.3",
        "10.1.2.3        | 1.1.1.1, unknown, 10.4.4.4         | 10.4.4.4",
        "10.1.2.3        | '1.1.1.1,'                         | 1.1.1.1",
        "10.1.2.3        | localhost                          | 10.1.2.3",
        "10.1.2.3        | 1.1.1                              | 10.1.2.3",
        "10.1.2.3        | 999.1.1.1                          | 10.1.2.3",
        "10.1.2.3        | fe80::1%eth0                       | 10.1.2.3",
        "10.1.2.3        | 10.8.8.8                           | 10.8.8.8",
      })
  void goesBackToTheFirstWhoIsNotTrusted(String peer, String hops, String client) {
    assertThat(client(peer, FOR, hops)).isEqualTo(client);
  }

  @Test
  void readsSeveralHeadersAsOneList() {
    var request = new FakeRequest("10.1.2.3").with(FOR, "1.1.1.1").with(FOR, "203.0.113.9").made();
    assertThat(behindProxies.of(request)).isEqualTo("203.0.113.9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "for=203.0.113.9                                      | 203.0.113.9",
        "for=1.1.1.1, For=\"203.0.113.9:80\";proto=https;by=x | 203.0.113.9",
        "by=1.1.1.1;for=\"[2001:db8:9::1]:4711\"              | 2001:db8:9:0:0:0:0:1",
        "for=1.1.1.1, for=_hidden                             | 10.1.2.3",
        "for=1.1.1.1, by=_hidden                              | 10.1.2.3",
        "for=\"1.1.1.1, for=203.0.113.9                       | 10.1.2.3"
      })
  void readsTheStandardHeader(String forwarded, String client) {
    assertThat(client("10.1.2.3", "Forwarded", forwarded)).isEqualTo(client);
  }

  @Test
  void believesNeitherHeaderWhereTheyDiffer() {
    var spoofed =
        new FakeRequest("10.1.2.3").with(FOR, "203.0.113.9").with("Forwarded", "for=1.1.1.1");
    assertThat(behindProxies.of(spoofed.made())).isEqualTo("10.1.2.3");
    var agreeing =
        new FakeRequest("10.1.2.3").with(FOR, "203.0.113.9").with("Forwarded", "for=203.0.113.9");
    assertThat(behindProxies.of(agreeing.made())).isEqualTo("203.0.113.9");
  }

  @Test
  void believesThatTheClientCameByHttpsOnlyFromProxies() {
    String proto = "X-Forwarded-Proto";
    assertThat(behindProxies.isSecure(new FakeRequest("10.1.2.3").with(proto, "https").made()))
        .isTrue();
    assertThat(
            behindProxies.isSecure(new FakeRequest("10.1.2.3").with(proto, "https, http").made()))
        .isFalse();
    assertThat(behindProxies.isSecure(new FakeRequest("198.51.100.1").with(proto, "https").made()))
        .isFalse();
    assertThat(behindProxies.isSecure(new FakeRequest("10.1.2.3").made())).isFalse();
  }

  @Test
  void writesLinksAsTheClientSeesTheShop() {
    var request =
        new FakeRequest("10.1.2.3")
            .with("X-Forwarded-Proto", "https")
            .answering("getServerName", "shop.example")
            .answering("getServerPort", 80)
            .answering("getRequestURI", "/api/v1/orders")
            .made();
    assertThat(SecureRequest.of(request, behindProxies).getRequestURL())
        .hasToString("https://shop.example/api/v1/orders");
    assertThat(SecureRequest.of(request, nobodyTrusted)).isSameAs(request);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8/8", "::/129", ""})
  void refusesToStartWithWhatIsNoNetwork(String text) {
    assertThatThrownBy(() -> new ClientAddress(Optional.of("::1, " + text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "10.128.0.0/9, 10.127.255.255, false",
    "10.128.0.0/9, 10.128.0.0, true",
    "192.0.2.7/32, 192.0.2.7, true",
    "192.0.2.7/32, 192.0.2.6, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, ::1, false",
    "2001:db8:5::/48, 2001:db8:5:ffff::1, true",
    "2001:db8:5::/48, 2001:db8:6::1, false",
    "fd00::/7, fc00::1, true"
  })
  void containsWhatHasTheSameFirstBits(String network, String address, boolean contained) {
    assertThat(Network.parse(network).contains(Network.address(address).orElseThrow()))
        .isEqualTo(contained);
  }
}
