package org.orderly.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.WebApplicationException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderly.web.problem.JsonBodies;

class BodyLimitTest {

  private final BodyLimit limit = new BodyLimit();

  @ParameterizedTest
  @CsvSource({
    "orders, 1048576, false",
    "orders, 1048577, true",
    "products/batch, 8388608, false",
    "products/batch, 8388609, true",
    "products;a=b/batch;c, 8388608, false",
    "orders;a=/batch, 1048577, true",
    "payments/webhooks/sandbox, 131073, true",
    "payments;a=b/webhooks;c/sandbox, 131073, true",
    "pay%6Dents/webhooks/sandbox, 131073, true"
  })
  void refusesAtOnceWhatSaysItIsTooLarge(String path, long length, boolean refused) {
    ContainerRequest request = Requests.withBody(path, InputStream.nullInputStream());
    request.getHeaders().putSingle("Content-Length", Long.toString(length));
    limit.filter(request);
    assertThat(request.getAbortResponse() != null).isEqualTo(refused);
    if (refused) {
      assertThat(request.getAbortResponse().getStatus()).isEqualTo(413);
    }
  }

  @Test
  void stopsReadingWhatDoesNotSayHowLargeItIs() throws Exception {
    InputStream body = limited(new byte[(1 << 20) + 1]);
    assertThat(body.readNBytes(1 << 20)).hasSize(1 << 20);
    assertTooLarge(body::read);
    InputStream again = limited(new byte[(1 << 20) + 1]);
    assertTooLarge(again::readAllBytes);
  }

  @Test
  void readsABodyOfExactlyTheLimit() throws Exception {
    assertThat(limited(new byte[1 << 20]).readAllBytes()).hasSize(1 << 20);
  }

  @Test
  void countsWhatIsSkipped() throws Exception {
    InputStream body = limited(new byte[(1 << 20) + 10]);
    assertTooLarge(
        () -> {
          body.skipNBytes(1 << 20);
          body.readAllBytes();
        });
  }

  @Test
  void isToldAsTooLargeAlsoFromInsideOfAList() {
    record Items(List<Item> items) {
      record Item(String name) {}
    }
    String body = "{\"items\":[" + "{\"name\":\"x\"},".repeat(100_000) + "{}]}";
    assertTooLarge(
        () ->
            new JsonBodies()
                .readFrom(
                    raw(Items.class), Items.class, null, null, null, limited(body.getBytes())));
  }

  @SuppressWarnings("unchecked")
  private static Class<Object> raw(Class<?> type) {
    return (Class<Object>) type;
  }

  private InputStream limited(byte[] body) {
    ContainerRequest request = Requests.withBody("orders", new ByteArrayInputStream(body));
    limit.filter(request);
    return request.getEntityStream();
  }

  private static void assertTooLarge(org.assertj.core.api.ThrowableAssert.ThrowingCallable read) {
    assertThatThrownBy(read)
        .isInstanceOfSatisfying(
            WebApplicationException.class,
            refusal -> assertThat(refusal.getResponse().getStatus()).isEqualTo(413));
  }
}
