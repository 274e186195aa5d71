package org.orderly.tests.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An answer of server-sent events, read while it comes. Closing it breaks the connection off. */
public final class OrderStreamClient implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Told END = new Told(null, "", "");

  private final HttpResponse<InputStream> answer;
  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();

  /** One event, as it came. */
  public record Told(String id, String event, String data) {}

  private OrderStreamClient(HttpResponse<InputStream> answer) {
    this.answer = answer;
    Thread reader = new Thread(this::read, "listening");
    reader.setDaemon(true);
    reader.start();
  }

  /** Begins as soon as the shop has said that it will tell. */
  public static OrderStreamClient to(HttpRequest.Builder stream, String lastEventId) {
    if (lastEventId != null) {
      stream.header("Last-Event-ID", lastEventId);
    }
    try {
      return new OrderStreamClient(HTTP.send(stream.build(), BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public int status() {
    return answer.statusCode();
  }

  /** The next event; {@code null} once the answer has ended. */
  public Told next() {
    try {
      Told next = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing was told, and the answer did not end");
      }
      if (next == END) {
        told.add(END);
      }
      return next == END ? null : next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      Told event = END;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty() && event.id() != null) {
          told.add(event);
          event = END;
        } else {
          event = with(event, line);
        }
      }
    } catch (IOException e) {
      // it was broken off
    }
    told.add(END);
  }

  private static Told with(Told event, String line) {
    String value = line.substring(line.indexOf(':') + 1).stripLeading();
    return switch (line.split(":", 2)[0]) {
      case "id" -> new Told(value, event.event(), event.data());
      case "event" -> new Told(event.id(), value, event.data());
      case "data" -> new Told(event.id(), event.event(), value);
      default -> event;
    };
  }

  @Override
  public void close() {
    try {
      answer.body().close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
