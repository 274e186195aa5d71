package org.orderly.platform.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Answers one request with a beginning, and then with the same text until nobody listens. */
final class EndlessAnswer implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final AtomicLong written = new AtomicLong();
  private final Thread thread;

  EndlessAnswer(String beginning, String repeated) throws IOException {
    thread = new Thread(() -> answer(beginning, repeated), "endless-answer");
    thread.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
  }

  /** Waits until the caller has closed the connection. */
  long bytesUntilCutOff() throws InterruptedException {
    thread.join(20_000);
    if (thread.isAlive()) {
      throw new AssertionError("the caller still listens after " + written + " bytes");
    }
    return written.get();
  }

  private void answer(String beginning, String repeated) {
    try (Socket caller = server.accept()) {
      byte[] block = repeated.repeat(8_192 / repeated.length()).getBytes(StandardCharsets.US_ASCII);
      OutputStream out = caller.getOutputStream();
      out.write(beginning.getBytes(StandardCharsets.US_ASCII));
      while (!server.isClosed()) {
        out.write(block);
        written.addAndGet(block.length);
      }
    } catch (IOException e) {
      // the caller has closed the connection
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
