package org.orderly.web.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class CachedResponseTest {

  private static final Map<String, Object> LONG = Map.of("items", Collections.nCopies(100, "lamp"));

  @Test
  void holdsTheSameBodyPlainAndCompressed() throws IOException {
    CachedResponse response = CachedResponse.json(LONG);
    assertThat(response.isCompressible()).isTrue();
    try (GZIPInputStream gzip =
        new GZIPInputStream(new ByteArrayInputStream(response.body(true)))) {
      assertThat(gzip.readAllBytes()).isEqualTo(response.body(false));
    }
    assertThat(response.size()).isEqualTo(response.body(true).length + response.body(false).length);
  }

  @Test
  void hasATagForEachEncoding() {
    CachedResponse response = CachedResponse.json(LONG, "3");
    assertThat(response.tag(false)).isEqualTo("3");
    assertThat(response.tag(true)).isEqualTo("3-gzip");
  }

  @Test
  void makesItsTagFromItsBody() {
    assertThat(CachedResponse.json(List.of("a")).tag(false))
        .isEqualTo(CachedResponse.json(List.of("a")).tag(false))
        .isNotEqualTo(CachedResponse.json(List.of("b")).tag(false));
  }

  @Test
  void doesNotCompressWhatWouldNotShrink() {
    assertThat(CachedResponse.json(Map.of("short", 1)).isCompressible()).isFalse();
    byte[] noise = new byte[CachedResponse.COMPRESSED_FROM];
    new Random(1).nextBytes(noise);
    String text = new String(noise, StandardCharsets.ISO_8859_1).replaceAll("[^\\w]", "");
    assertThat(CachedResponse.json(text).isCompressible()).isFalse();
  }
}
