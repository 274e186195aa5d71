package org.orderly.server.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackSecretsTest {
  @TempDir Path folder;

  @Test
  void keepsASecretForGood() {
    String first = new StackSecrets(new DataFolder(folder)).of("redis");

    assertThat(new StackSecrets(new DataFolder(folder)).of("redis")).isEqualTo(first);
  }

  @Test
  void makesEverySecretAnother() {
    StackSecrets stackSecrets = new StackSecrets(new DataFolder(folder));

    assertThat(stackSecrets.of("redis")).isNotEqualTo(stackSecrets.of("broker")).hasSize(32);
  }

  @Test
  void letsOnlyTheOwnerReadThem() throws IOException {
    new StackSecrets(new DataFolder(folder)).of("redis");

    var permissions = Files.getPosixFilePermissions(folder.resolve("secrets.properties"));
    assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
  }

  @Test
  void usesNoSignThatAUrlWouldNeedEscaped() {
    assertThat(new StackSecrets(new DataFolder(folder)).generate()).matches("[A-Za-z0-9_]+");
  }
}
