package org.orderly.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayTest {
  @TempDir Path folder;

  @Test
  void isTheSandboxUnlessAnotherIsAskedFor() {
    Settings settings = Settings.in(folder);

    Gateway.check(settings);
    assertThat(Gateway.isSandbox(settings)).isTrue();
    assertThat(Gateway.isSandbox(settings.with("ORDERLY_PAYMENT_GATEWAY", "none"))).isFalse();
  }

  @Test
  void needsStripesSecretsForStripe() {
    Settings settings = Settings.in(folder).with("ORDERLY_PAYMENT_GATEWAY", "stripe");

    assertThatThrownBy(() -> Gateway.check(settings))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("ORDERLY_STRIPE_SECRET_KEY");
    assertThatThrownBy(() -> Gateway.check(settings.with("ORDERLY_STRIPE_SECRET_KEY", "sk_1")))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("ORDERLY_STRIPE_WEBHOOK_SECRET")
        .hasMessageNotContaining("sk_1");
  }

  @Test
  void refusesAGatewayThatDoesNotExist() {
    assertThatThrownBy(
            () -> Gateway.check(Settings.in(folder).with("ORDERLY_PAYMENT_GATEWAY", "stipe")))
        .hasMessage("ORDERLY_PAYMENT_GATEWAY is stripe, sandbox or none, not \"stipe\".");
  }
}
