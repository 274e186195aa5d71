package org.orderly.tests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Bodies that are no good JSON, or no JSON that anybody would send. */
final class WrongJson {

  private WrongJson() {}

  /** The text as it is, mostly. */
  static byte[] maybe(String json, Random random) {
    return switch (random.nextInt(120)) {
      case 0 -> new byte[0];
      case 1 -> utf8("[".repeat(40_000));
      case 2 -> utf8("{\"a\":".repeat(200) + "1" + "}".repeat(200));
      case 3 -> json.getBytes(StandardCharsets.UTF_16);
      case 4 -> json.getBytes(StandardCharsets.UTF_16LE);
      case 5 -> utf8("\ufeff" + json);
      case 6 -> utf8("[" + json + "]");
      case 7 -> utf8(json + json);
      case 8 -> utf8(json.replaceFirst("\\{", "{\"a\":1,\"a\":2,"));
      case 9 -> utf8(json.replaceFirst("\\}$", ",}"));
      case 10 -> Arrays.copyOf(utf8(json), Math.max(1, json.length() / 2));
      case 11 -> noise(random);
      case 12 -> utf8(json.replaceFirst(":", ":" + "9".repeat(2_000) + ",\"b\":"));
      case 13 -> utf8("null");
      case 14 -> utf8("\"" + "x".repeat(100_000) + "\"");
      case 15 -> utf8("{\"__proto__\":{},\"$ref\":\"#\"}");
      default -> utf8(json);
    };
  }

  private static byte[] noise(Random random) {
    byte[] noise = new byte[1 + random.nextInt(200)];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
