package org.orderly.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderly.server.setup.DataFolder;
import org.orderly.server.setup.LaunchFailure;
import org.orderly.server.setup.LaunchSettings;

class PortsTest {
  @TempDir Path folder;

  @Test
  void givesAPartTheSamePortAtEveryStart() {
    int port = new Ports(new DataFolder(folder)).of("redis");

    assertThat(new Ports(new DataFolder(folder)).of("redis")).isEqualTo(port);
  }

  @Test
  void choosesAnotherPortWhenAStrangerHasTheLast() throws IOException {
    int port = new Ports(new DataFolder(folder)).of("redis");

    try (ServerSocket stranger = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(new Ports(new DataFolder(folder)).of("redis")).isNotEqualTo(port);
      assertThat(stranger.isBound()).isTrue();
    }
  }

  @Test
  void givesNoPortTwice() {
    Ports ports = new Ports(new DataFolder(folder));

    assertThat(ports.of("redis")).isNotEqualTo(ports.of("broker"));
  }

  @Test
  void namesATakenPortAndTheOptionInOneLine() throws IOException {
    try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = stranger.getLocalPort();
      DataFolder data = new DataFolder(folder);

      assertThatThrownBy(() -> new StackPlan(LaunchSettings.in(folder).onPort(port), data))
          .isInstanceOf(LaunchFailure.class)
          .hasMessage(
              "Port " + port + " is taken by another program. Choose another one with --port.");
    }
  }
}
