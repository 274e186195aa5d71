package org.orderly.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** As much of Redis's protocol as it takes to find out whether it lets us in. */
final class RedisConnection {
  private static final int DEFAULT_PORT = 6379;
  private static final int PATIENCE_MILLIS = 5_000;

  private RedisConnection() {}

  /** True when the server took the user and answers; a refused user is an exception. */
  static boolean greet(URI url) throws IOException {
    try (Socket socket = connect(url)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      BufferedReader answers =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      if (url.getRawUserInfo() != null) {
        expect(ask(socket, answers, credentials(url)), "+OK");
      }
      expect(ask(socket, answers, "PING"), "+PONG");
      return true;
    }
  }

  /** For a server outside: in words what is wrong, and which variable to set. */
  static void check(String url) {
    try {
      URI uri = URI.create(url);
      if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("rediss?")) {
        throw new LaunchFailure(
            "ORDERLY_REDIS_URL must look like redis://user:password@host:port.");
      }
      greet(uri);
    } catch (IllegalArgumentException e) {
      throw new LaunchFailure("ORDERLY_REDIS_URL must look like redis://user:password@host:port.");
    } catch (IOException e) {
      throw new LaunchFailure(
          "Redis does not let us in (" + e.getMessage() + "). Set ORDERLY_REDIS_URL.");
    }
  }

  private static Socket connect(URI url) throws IOException {
    int port = url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
    Socket plain = new Socket();
    try {
      plain.connect(new InetSocketAddress(url.getHost(), port), PATIENCE_MILLIS);
      return "rediss".equals(url.getScheme()) ? encrypted(plain, url, port) : plain;
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  private static Socket encrypted(Socket plain, URI url, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket socket = (SSLSocket) factory.createSocket(plain, url.getHost(), port, true);
    var parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    return socket;
  }

  private static String[] credentials(URI url) {
    String[] parts = url.getRawUserInfo().split(":", 2);
    String user = parts.length == 2 && !parts[0].isEmpty() ? decode(parts[0]) : "default";
    return new String[] {"AUTH", user, decode(parts[parts.length - 1])};
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String ask(Socket socket, BufferedReader answers, String... words)
      throws IOException {
    StringBuilder request = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      int length = word.getBytes(StandardCharsets.UTF_8).length;
      request.append('$').append(length).append("\r\n").append(word).append("\r\n");
    }
    OutputStream out = socket.getOutputStream();
    out.write(request.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
    return String.valueOf(answers.readLine());
  }

  private static void expect(String answer, String wanted) throws IOException {
    if (!answer.equals(wanted)) {
      throw new IOException(answer.startsWith("-") ? answer.substring(1) : answer);
    }
  }
}
