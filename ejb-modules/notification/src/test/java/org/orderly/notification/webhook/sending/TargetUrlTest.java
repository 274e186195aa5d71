package org.orderly.notification.webhook.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUrlTest {

  @Test
  void readsPlainAddresses() {
    assertThat(TargetUrl.parse("https://Hooks.Example.org/a?b=c").host())
        .isEqualTo("hooks.example.org");
    assertThat(TargetUrl.parse("https://hooks.example.org:8443").isPlainHttp()).isFalse();
    assertThat(TargetUrl.parse("HTTP://localhost:9000/").isPlainHttp()).isTrue();
    assertThat(TargetUrl.parse("https://[2606:4700::1111]/").host()).isEqualTo("2606:4700::1111");
    assertThat(TargetUrl.parse("https://1.1.1.1/").host()).isEqualTo("1.1.1.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hooks.example.org",
        "//hooks.example.org/",
        "ftp://hooks.example.org/",
        "file:///etc/passwd",
        "gopher://127.0.0.1:6379/_FLUSHALL",
        "javascript:alert(1)",
        "https:///path",
        "https:hooks.example.org",
        "https://user@hooks.example.org/",
        "https://user:pass@hooks.example.org/",
        "https://hooks.example.org@127.0.0.1/",
        "https://127.0.0.1\\@hooks.example.org/",
        "https://hooks.example.org/#fragment",
        "https://hooks.example.org:22/",
        "https://hooks.example.org:25/",
        "https://hooks.example.org:0/",
        "https://hooks.example.org:65536/",
        "https://hooks.example.org:99999999999/",
        "https://hooks.example.org/a b",
        "https://hooks.example.org/\r\nX-Injected: 1",
        "https://hooks.example.org./",
        "https://under_score.example.org/",
        "https://-example.org/",
        "https://b\u00fccher.example/",
        "https://127.0.0.1./",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.1/",
        "https://127.1/",
        "https://0177.0.0.1/",
        "https://127.0.0.01/",
        "https://1.2.3.4.5/",
        "https://[fe80::1%25eth0]/",
        "https://[::ffff:127.0.0.1/"
      })
  void refusesWhatIsNoneOrMayBeReadInTwoWays(String text) {
    assertThatThrownBy(() -> TargetUrl.parse(text)).isInstanceOf(TargetRefused.class);
  }

  @Test
  void refusesWhatIsTooLong() {
    String path = "a".repeat(TargetUrl.MAX_LENGTH);
    assertThatThrownBy(() -> TargetUrl.parse("https://example.org/" + path))
        .isInstanceOf(TargetRefused.class);
  }
}
