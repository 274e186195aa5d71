package org.orderly.commit;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to a server, which can be cut: what is under way breaks, and nobody gets in. */
public final class Wire implements Closeable {

  private final InetSocketAddress server;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private ServerSocket entrance;
  private Thread acceptor;
  private int port;

  Wire(int serverPort) throws IOException {
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
    mend();
  }

  int port() {
    return port;
  }

  public void mend() throws IOException {
    ServerSocket opened = new ServerSocket();
    opened.setReuseAddress(true);
    opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    port = opened.getLocalPort();
    entrance = opened;
    acceptor = inBackground(() -> accept(opened));
  }

  public void cut() throws IOException {
    entrance.close();
    try {
      // the port is free when nobody waits at it any more
      acceptor.join();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    for (Socket end : ends) {
      end.close();
    }
    ends.clear();
  }

  private void accept(ServerSocket opened) throws IOException {
    while (true) {
      Socket near = opened.accept();
      Socket far = new Socket();
      ends.add(near);
      ends.add(far);
      far.connect(server);
      inBackground(() -> pump(near, far));
      inBackground(() -> pump(far, near));
    }
  }

  private static void pump(Socket from, Socket to) throws IOException {
    try (InputStream source = from.getInputStream();
        OutputStream target = to.getOutputStream()) {
      source.transferTo(target);
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static Thread inBackground(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // cut, or one end has hung up
              }
            },
            "wire");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @Override
  public void close() throws IOException {
    cut();
  }
}
