package org.orderly.tests.fuzz;

import java.util.List;
import java.util.Random;

/** Texts that programs stumble over, most of them with a mark by which logs are searched. */
final class OddText {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "%s\u0000x",
          "%s\u0001\u001f",
          "%s\u2028\u2029",
          "%s\u202e\u2066",
          "%s\u200b\u200d\ufeff",
          "%s\ud83d\ude00\ud83d",
          "\udc00%s",
          "%s\uffff\ufffe",
          "%s\u0301\u0301\u0301",
          "\u212a\u0130\u00df%s",
          "\u0661\u0662\u0663",
          "%s\r\nSet-Cookie: a=b",
          "%s' OR '1'='1",
          "%s\"; DROP TABLE orders; --",
          "%s<script>alert(1)</script>",
          "%s{{7*7}}${7*7}#{7*7}",
          "../../%s",
          "%s%%00%%zz%%",
          "%s@example.org",
          "%s@ex\u0430mple.org",
          "http://%s.example.org/\u0000",
          "javascript:%s",
          "-1",
          "0",
          "1e2000000000",
          "-0.0000000000000000000000001",
          "9223372036854775808",
          "99999999999999999999999999999999999999",
          "NaN",
          "null",
          "true",
          "[]",
          "{}",
          "2026-02-30T25:61:61Z",
          "+1000000000-12-31T23:59:59.999999999Z",
          "-999999999-01-01T00:00:00Z",
          "0000-00-00",
          "00000000-0000-0000-0000-000000000000",
          "1-1-1-1-1",
          "Etc/GMT+99",
          "EUR",
          "XXX",
          "*",
          "\\",
          "(((((((((((((((((((",
          "%s".repeat(3));

  private OddText() {}

  static String some(Random random, String mark) {
    int choice = random.nextInt(TEXTS.size() + 3);
    if (choice < TEXTS.size()) {
      return TEXTS.get(choice).replace("%s", mark).replace("%%", "%");
    }
    return switch (choice - TEXTS.size()) {
      case 0 -> mark + "a".repeat(1 + random.nextInt(6_000));
      case 1 -> mark + "\ud83d\ude00".repeat(1 + random.nextInt(300));
      default -> codePoints(random) + mark;
    };
  }

  private static String codePoints(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x3000 : 0x110000));
    }
    return text.toString();
  }
}
