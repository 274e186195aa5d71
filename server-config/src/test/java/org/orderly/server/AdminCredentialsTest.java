package org.orderly.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminCredentialsTest {
  @TempDir Path temporary;

  @Test
  void generatesThemOnceAndKeepsThem() {
    Settings settings = Settings.in(temporary);

    AdminCredentials first = ensure(settings);

    assertThat(first.password()).hasSizeGreaterThan(20);
    assertThat(ensure(settings)).isEqualTo(first);
    assertThat(AdminCredentials.of(settings)).isEqualTo(first);
  }

  @Test
  void takesThemFromTheEnvironmentWithoutKeepingThem() {
    Settings settings =
        Settings.in(temporary)
            .with("ORDERLY_ADMIN_EMAIL", "ann@example.org")
            .with("ORDERLY_ADMIN_PASSWORD", "long enough for ann");

    assertThat(ensure(settings))
        .isEqualTo(new AdminCredentials("ann@example.org", "long enough for ann"));
    assertThat(temporary.resolve("admin-credentials")).doesNotExist();
  }

  @Test
  void neverTellsThePassword() {
    assertThat(ensure(Settings.in(temporary)).toString())
        .isEqualTo("AdminCredentials[admin@orderly.local]");
  }

  @Test
  void saysHowToMakeAShopWhereThereIsNone() {
    assertThatThrownBy(() -> AdminCredentials.of(Settings.in(temporary)))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageEndingWith("Start it with ./orderly run.");
  }

  private AdminCredentials ensure(Settings settings) {
    DataFolder folder = new DataFolder(temporary);
    return AdminCredentials.ensure(settings, folder, new Secrets(folder));
  }
}
