package org.orderly.notification.webhook.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTargetsTest {

  private static final String NOBODY_KNOWS = "surely-not-registered.invalid";

  private final WebhookTargets strict = new WebhookTargets(Optional.empty());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost/",
        "https://LOCALHOST/",
        "https://127.0.0.1/",
        "https://127.8.9.10:8443/",
        "https://10.1.2.3/",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "https://[::]/",
        "https://0.0.0.0/",
        "https://[fd00:ec2::254]/",
        "https://[64:ff9b::7f00:1]/",
        "https://255.255.255.255/"
      })
  void admitNothingPrivate(String url) {
    assertThatThrownBy(() -> strict.admit(TargetUrl.parse(url)))
        .isInstanceOf(TargetRefused.class)
        .hasMessageContaining("private network");
  }

  @Test
  void admitPublicAddressesOverTlsOnly() {
    assertThatCode(() -> strict.admit(TargetUrl.parse("https://1.1.1.1/")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> strict.admit(TargetUrl.parse("http://1.1.1.1/")))
        .hasMessageContaining("https");
  }

  @Test
  void admitNamesThatNobodyKnowsYetAndLookAgainLater() {
    assertThatCode(() -> strict.admit(TargetUrl.parse("https://" + NOBODY_KNOWS + "/")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> strict.admit(TargetUrl.parse("http://" + NOBODY_KNOWS + "/")))
        .isInstanceOf(TargetRefused.class);
    assertThatThrownBy(() -> strict.addresses(NOBODY_KNOWS))
        .isInstanceOf(UnknownHostException.class);
  }

  @Test
  void admitWhatTheConfigurationNamesEvenWithoutTls() throws UnknownHostException {
    WebhookTargets open = new WebhookTargets(Optional.of(" 127.0.0.0/8, ::1 ,erp.internal"));
    assertThatCode(() -> open.admit(TargetUrl.parse("http://127.0.0.1:9000/")))
        .doesNotThrowAnyException();
    assertThatCode(() -> open.admit(TargetUrl.parse("http://[::1]:9000/")))
        .doesNotThrowAnyException();
    assertThatCode(() -> open.admit(TargetUrl.parse("http://ERP.internal/")))
        .doesNotThrowAnyException();
    assertThat(open.addresses("127.0.0.1")).containsExactly(InetAddress.getByName("127.0.0.1"));
    assertThatThrownBy(() -> open.admit(TargetUrl.parse("https://10.0.0.1/")))
        .isInstanceOf(TargetRefused.class);
    assertThatThrownBy(() -> open.admit(TargetUrl.parse("http://1.1.1.1/")))
        .isInstanceOf(TargetRefused.class);
  }

  @Test
  void refuseToStartWithWhatIsNoNetwork() {
    assertThatThrownBy(() -> new WebhookTargets(Optional.of("10.0.0.0/99")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
