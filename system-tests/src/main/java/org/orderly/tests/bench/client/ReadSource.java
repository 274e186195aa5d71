package org.orderly.tests.bench.client;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Gets one path of some, at random. */
final class ReadSource implements RequestSource {

  private static final int OK = 200;

  private final List<byte[]> requests;
  private final Random random;

  ReadSource(LoadPlan plan, String token, Random random) {
    this.requests =
        plan.targets().stream()
            .map(path -> request(plan.shop().getAuthority(), path, token))
            .toList();
    this.random = random;
  }

  private static byte[] request(String host, String path, String token) {
    String authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
    String text = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + authorization + "\r\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public byte[] next() {
    return requests.get(random.nextInt(requests.size()));
  }

  @Override
  public int success() {
    return OK;
  }
}
