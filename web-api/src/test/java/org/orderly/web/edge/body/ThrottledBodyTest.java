package org.orderly.web.edge.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.ws.rs.WebApplicationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class ThrottledBodyTest {

  private final SlowClientLimiter room = new SlowClientLimiter(3, 2);

  /** A body of which so many bytes are there, and the others come when somebody waits. */
  private static final class Sent extends ServletInputStream {
    private final InputStream bytes = new ByteArrayInputStream(new byte[10]);
    private final IOException failure;
    private int there;

    Sent(int there, IOException failure) {
      this.there = there;
      this.failure = failure;
    }

    @Override
    public int read() throws IOException {
      if (there == 0 && failure != null) {
        throw failure;
      }
      there = Math.max(0, there - 1);
      return bytes.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = read();
      buffer[offset] = (byte) read;
      return read < 0 ? -1 : 1;
    }

    @Override
    public int available() {
      return there;
    }

    @Override
    public boolean isFinished() {
      try {
        return bytes.available() == 0;
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }

  private ThrottledBody body(int there, String client) {
    return new ThrottledBody(new Sent(there, null), -1, room, client);
  }

  private static void assertNoSeat(ThrottledBody body) {
    assertThatThrownBy(body::read).isInstanceOf(TooManySlowClients.class);
  }

  @Test
  void readsWhatIsThereWithoutWaiting() throws Exception {
    ThrottledBody waits = body(0, "ann");
    ThrottledBody waitsToo = body(0, "ann");
    waits.read();
    waitsToo.read();
    assertThat(body(10, "ann").readAllBytes()).hasSize(10);
  }

  @Test
  void letsSoManyOfOneClientWaitAndSoManyOfAll() throws Exception {
    body(0, "ann").read();
    ThrottledBody second = body(0, "ann");
    second.read();
    assertNoSeat(body(0, "ann"));
    body(0, "bob").read();
    assertNoSeat(body(0, "bob"));

    second.leave();
    second.leave();
    assertThat(body(0, "bob").read()).isZero();
    assertNoSeat(body(0, "cid"));
  }

  @Test
  void givesItsSeatBackWithTheLastByte() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(body(0, "ann").readAllBytes()).hasSize(10);
    }
  }

  @Test
  void endsWhereTheClientSaidThoughTheConnectionGoesOn() throws Exception {
    ThrottledBody body = new ThrottledBody(new Sent(10, null), 4, room, "ann");
    assertThat(body.readAllBytes()).hasSize(4);
    assertThat(body.isFinished()).isTrue();
  }

  @Test
  void takesABrokenConnectionForTheClientsFault() {
    ThrottledBody broken =
        new ThrottledBody(new Sent(0, new IOException("reset")), -1, room, "ann");
    assertThatThrownBy(broken::read)
        .isInstanceOfSatisfying(
            WebApplicationException.class,
            e -> assertThat(e.getResponse().getStatus()).isEqualTo(400));
  }
}
