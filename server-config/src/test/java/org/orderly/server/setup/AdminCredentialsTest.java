package org.orderly.server.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminCredentialsTest {
  @TempDir Path temporary;

  @Test
  void generatesThemOnceAndKeepsThem() {
    LaunchSettings launchSettings = LaunchSettings.in(temporary);

    AdminCredentials first = ensure(launchSettings);

    assertThat(first.password()).hasSizeGreaterThan(20);
    assertThat(ensure(launchSettings)).isEqualTo(first);
    assertThat(AdminCredentials.of(launchSettings)).isEqualTo(first);
  }

  @Test
  void takesThemFromTheEnvironmentWithoutKeepingThem() {
    LaunchSettings launchSettings =
        LaunchSettings.in(temporary)
            .with("ORDERLY_ADMIN_EMAIL", "ann@example.org")
            .with("ORDERLY_ADMIN_PASSWORD", "long enough for ann");

    assertThat(ensure(launchSettings))
        .isEqualTo(new AdminCredentials("ann@example.org", "long enough for ann"));
    assertThat(temporary.resolve("admin-credentials")).doesNotExist();
  }

  @Test
  void neverTellsThePassword() {
    assertThat(ensure(LaunchSettings.in(temporary)).toString())
        .isEqualTo("AdminCredentials[admin@orderly.local]");
  }

  @Test
  void saysHowToMakeAShopWhereThereIsNone() {
    assertThatThrownBy(() -> AdminCredentials.of(LaunchSettings.in(temporary)))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageEndingWith("Start it with ./orderly run.");
  }

  private AdminCredentials ensure(LaunchSettings launchSettings) {
    DataFolder folder = new DataFolder(temporary);
    return AdminCredentials.ensure(launchSettings, folder, new StackSecrets(folder));
  }
}
