package org.orderly.web.caching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptEncodingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "gzip, deflate, br, zstd",
        "br;q=1.0, GZIP;q=0.001",
        "identity, x-gzip",
        "*",
        "br, *;q=0.1",
        "deflate , gzip ; q=1"
      })
  void allowsGzip(String header) {
    assertThat(AcceptEncoding.allowsGzip(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "identity",
        "br, deflate",
        "gzip;q=0",
        "gzip; q=0.000, br",
        "*, gzip;q=0",
        "gzip;q=0, *",
        "*;q=0",
        "gzipped"
      })
  void doesNotAllowIt(String header) {
    assertThat(AcceptEncoding.allowsGzip(header)).isFalse();
  }

  @Test
  void isPlainWithoutAWord() {
    assertThat(AcceptEncoding.allowsGzip(null)).isFalse();
  }
}
