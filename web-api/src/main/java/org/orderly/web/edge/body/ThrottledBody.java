package org.orderly.web.edge.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * A request body that must arrive at a minimum rate. What has arrived is read as it is; to wait for
 * more takes a seat in the waiting room, and ends when the client is slower than anybody honest.
 */
final class ThrottledBody extends ServletInputStream {

  /** For the first bytes; a drip of single ones does not last longer. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final long BYTES_A_SECOND = 32 * 1024;
  private static final long WAIT_FOR_SEAT_MILLIS = 250;

  private final ServletInputStream body;
  private final long declared;
  private final SlowClientLimiter room;
  private final String client;
  private final long begin = System.nanoTime();
  private long arrived;
  private boolean seated;

  /**
   * @param declared how many bytes there are (Content-Length); negative if the client does not say.
   *     The server itself would wait for more after them if the request also offers to upgrade to
   *     HTTP/2, as some clients do each time
   */
  ThrottledBody(ServletInputStream body, long declared, SlowClientLimiter room, String client) {
    this.body = body;
    this.declared = declared;
    this.room = room;
    this.client = client;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /**
   * @throws WebApplicationException 408 if the client is too slow, 400 if it is gone
   * @throws TooManySlowClients if there is no seat
   */
  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (declared >= 0 && arrived >= declared) {
      leave();
      return -1;
    }
    if (!seated && body.available() == 0 && !body.isFinished()) {
      seated = room.enter(client, WAIT_FOR_SEAT_MILLIS);
      if (!seated) {
        throw new TooManySlowClients();
      }
    }
    long expected = declared < 0 ? length : Math.min(length, declared - arrived);
    int read = arriving(buffer, offset, (int) expected);
    arrived += Math.max(read, 0);
    if (read < 0) {
      leave();
    } else if (isTooSlow()) {
      throw new WebApplicationException(Response.Status.REQUEST_TIMEOUT);
    }
    return read;
  }

  private int arriving(byte[] buffer, int offset, int length) {
    try {
      return body.read(buffer, offset, length);
    } catch (IOException e) {
      boolean waited = System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(1);
      throw new WebApplicationException(
          waited ? Response.Status.REQUEST_TIMEOUT : Response.Status.BAD_REQUEST);
    }
  }

  private boolean isTooSlow() {
    long allowed = PATIENCE_NANOS + TimeUnit.SECONDS.toNanos(arrived / BYTES_A_SECOND);
    return System.nanoTime() - begin > allowed;
  }

  /** Gives the seat back; calling it again does nothing. */
  void leave() {
    if (seated) {
      seated = false;
      room.leave(client);
    }
  }

  @Override
  public int available() throws IOException {
    return body.available();
  }

  @Override
  public boolean isFinished() {
    return declared >= 0 && arrived >= declared || body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }
}
