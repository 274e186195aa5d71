package org.orderly.server;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.orderly.server.setup.DataFolder;
import org.orderly.server.setup.LaunchFailure;

/** The parts' own ports on the loopback address: chosen once, kept, chosen anew when taken. */
final class Ports {
  private static final String FILE = "ports.properties";
  // Below the range that systems give to outgoing connections.
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;
  private static final int TRIES = 1_000;

  private final DataFolder folder;
  private final Properties known = new Properties();
  private final Set<Integer> given = new HashSet<>();

  Ports(DataFolder folder) {
    this.folder = folder;
    Path file = folder.path(FILE);
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        known.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A port that is free now: last time's if possible. */
  synchronized int of(String part) {
    int port = Integer.parseInt(known.getProperty(part, "0"));
    if (port == 0 || given.contains(port) || !isFree(port)) {
      port = choose();
      known.setProperty(part, Integer.toString(port));
      save();
    }
    given.add(port);
    return port;
  }

  private int choose() {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (!given.contains(port) && isFree(port)) {
        return port;
      }
    }
    throw new LaunchFailure("No free port was found from " + FIRST + " to " + LAST + ".");
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void save() {
    folder.write(FILE, known, "Ports of the parts on this machine");
  }
}
