package org.orderly.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormerGuestPathsTest {

  private static final String ID = "0193a5b2-6f60-7c11-8a3e-5d2f60d9a001";

  private static String mapped(String path) throws IOException {
    ContainerRequest request = Requests.to(path);
    new FormerGuestPaths().filter(request);
    String uri = request.getRequestUri().toString();
    return uri.substring("http://localhost/api/v1/".length());
  }

  @ParameterizedTest
  @CsvSource({
    "guest/orders/ID, orders/ID",
    "guest/orders/ID/, orders/ID",
    "guest/orders/ID?token=a%2Bb, orders/ID?token=a%2Bb",
    "guest/orders/ID/cancel, orders/ID/cancel",
    "guest/orders/ID/history?limit=1&cursor=x, orders/ID/history?limit=1&cursor=x",
    "guest/orders/ID/invoice, orders/ID/invoice",
    "guest/orders/ID/payments, orders/ID/payments",
    "guest/orders/ID/returns, orders/ID/returns",
    "guest/orders/ID/shipments, orders/ID/shipments",
    "guest/orders/ID/stream, orders/ID/stream"
  })
  void leadsToTheResourceOfAllOrders(String former, String path) throws IOException {
    assertThat(mapped(former.replace("ID", ID))).isEqualTo(path.replace("ID", ID));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "guest/orders",
        "guest/orders/ID/process",
        "guest/orders/ID/refunds",
        "guest/orders/ID/invoice/x",
        "guest/orders/%7Bid%7D",
        "guest/orders/export",
        "guests/orders/ID",
        "orders/ID",
        "vendor/orders/ID"
      })
  void leavesOtherPathsAlone(String path) throws IOException {
    String sent = path.replace("ID", ID);
    assertThat(mapped(sent)).isEqualTo(sent);
  }
}
