package org.orderly.tests.bench.client;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive connection (HTTP/1.1, RFC 9112), as cheap as it can be: the client shares the
 * processors with what it measures. Opened when first used and after the server has closed it.
 */
final class HttpConnection implements Closeable {

  private static final int PATIENCE_MILLIS = 60_000;
  private static final int LARGEST = 64 * 1024;

  private final InetSocketAddress server;
  private final byte[] buffer = new byte[LARGEST];
  private Socket socket;
  private int filled;
  private int read;
  private String body = "";

  HttpConnection(URI shop) {
    this.server = new InetSocketAddress(shop.getHost(), shop.getPort());
  }

  /**
   * Sends a request and reads its answer.
   *
   * @return the status
   * @throws IOException if there is no answer; the outcome is not known then
   */
  int send(byte[] request) throws IOException {
    boolean reused = socket != null;
    try {
      return exchange(request);
    } catch (IOException e) {
      close();
      // a server may close an idle connection at any time; the key makes sending it again safe
      if (reused && read == 0 && filled == 0) {
        return exchange(request);
      }
      throw e;
    }
  }

  private int exchange(byte[] request) throws IOException {
    filled = 0;
    read = 0;
    if (socket == null) {
      socket = new Socket();
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(server, PATIENCE_MILLIS);
    }
    socket.getOutputStream().write(request);
    String status = line();
    int length = -1;
    boolean closes = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring("content-length:".length()).strip());
      } else if (header.equals("connection: close")) {
        closes = true;
      }
    }
    body = length >= 0 ? text(length) : chunks();
    if (closes) {
      close();
    }
    return Integer.parseInt(status.substring(9, 12));
  }

  private String chunks() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int size = chunk(); size > 0; size = chunk()) {
      all.append(text(size));
      line();
    }
    line();
    return all.toString();
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
  }

  private String line() throws IOException {
    int from = read;
    while (true) {
      for (; read < filled; read++) {
        if (buffer[read] == '\n') {
          int end = read > from && buffer[read - 1] == '\r' ? read - 1 : read;
          read++;
          return new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
        }
      }
      fill();
    }
  }

  private String text(int length) throws IOException {
    while (filled - read < length) {
      fill();
    }
    read += length;
    return new String(buffer, read - length, length, StandardCharsets.UTF_8);
  }

  private void fill() throws IOException {
    int got = socket.getInputStream().read(buffer, filled, LARGEST - filled);
    if (got <= 0) {
      throw new EOFException(filled == LARGEST ? "the answer is too long" : "closed");
    }
    filled += got;
  }

  /** The last answer's. */
  String body() {
    return body;
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
