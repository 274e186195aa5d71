package org.orderly.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void takesABlankVariableForUnset() {
    Settings settings = Settings.in(folder).with("ORDERLY_REDIS_URL", " ");

    assertThat(settings.variable("ORDERLY_REDIS_URL")).isEmpty();
  }

  @Test
  void knowsWhereTheShopOfADataFolderLastAnswered() {
    DataFolder data = new DataFolder(folder);
    data.folder("run");
    data.write("run/url", "http://127.0.0.1:9999/\n");

    assertThat(Settings.in(folder).url()).hasToString("http://127.0.0.1:9999/");
  }

  @Test
  void looksForAShopOnTheUsualPortWhenTheFolderDoesNotKnow() {
    assertThat(Settings.in(folder).url()).hasToString("http://127.0.0.1:8080/");
  }
}
