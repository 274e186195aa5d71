package org.orderly.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderly.server.setup.LaunchFailure;
import org.orderly.server.setup.LaunchSettings;

class GatewayChoiceTest {
  @TempDir Path folder;

  @Test
  void isTheSandboxUnlessAnotherIsAskedFor() {
    LaunchSettings launchSettings = LaunchSettings.in(folder);

    GatewayChoice.check(launchSettings);
    assertThat(GatewayChoice.isSandbox(launchSettings)).isTrue();
    assertThat(GatewayChoice.isSandbox(launchSettings.with("ORDERLY_PAYMENT_GATEWAY", "none")))
        .isFalse();
  }

  @Test
  void needsStripesSecretsForStripe() {
    LaunchSettings launchSettings =
        LaunchSettings.in(folder).with("ORDERLY_PAYMENT_GATEWAY", "stripe");

    assertThatThrownBy(() -> GatewayChoice.check(launchSettings))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("ORDERLY_STRIPE_SECRET_KEY");
    assertThatThrownBy(
            () -> GatewayChoice.check(launchSettings.with("ORDERLY_STRIPE_SECRET_KEY", "sk_1")))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("ORDERLY_STRIPE_WEBHOOK_SECRET")
        .hasMessageNotContaining("sk_1");
  }

  @Test
  void refusesAGatewayThatDoesNotExist() {
    assertThatThrownBy(
            () ->
                GatewayChoice.check(
                    LaunchSettings.in(folder).with("ORDERLY_PAYMENT_GATEWAY", "stipe")))
        .hasMessage("ORDERLY_PAYMENT_GATEWAY is stripe, sandbox or none, not \"stipe\".");
  }
}
