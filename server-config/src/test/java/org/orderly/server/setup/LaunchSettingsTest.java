package org.orderly.server.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchSettingsTest {
  @TempDir Path folder;

  @Test
  void takesABlankVariableForUnset() {
    LaunchSettings launchSettings = LaunchSettings.in(folder).with("ORDERLY_REDIS_URL", " ");

    assertThat(launchSettings.variable("ORDERLY_REDIS_URL")).isEmpty();
  }

  @Test
  void knowsWhereTheShopOfADataFolderLastAnswered() {
    DataFolder data = new DataFolder(folder);
    data.folder("run");
    data.write("run/url", "http://127.0.0.1:9999/\n");

    assertThat(LaunchSettings.in(folder).url()).hasToString("http://127.0.0.1:9999/");
  }

  @Test
  void looksForAShopOnTheUsualPortWhenTheFolderDoesNotKnow() {
    assertThat(LaunchSettings.in(folder).url()).hasToString("http://127.0.0.1:8080/");
  }
}
