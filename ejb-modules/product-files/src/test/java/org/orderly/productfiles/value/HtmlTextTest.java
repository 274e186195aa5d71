package org.orderly.productfiles.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {

  @Test
  void leavesTheTextOfTags() {
    assertThat(HtmlText.of("<p>Light <b>linen</b> shirt &amp; collar</p>"))
        .isEqualTo("Light linen shirt & collar");
    assertThat(HtmlText.of("<ul><li>one</li><li>two</li></ul>")).isEqualTo("- one\n- two");
    assertThat(HtmlText.of("<p>a</p><p>b<br>c</p>")).isEqualTo("a\n\nb\nc");
    assertThat(HtmlText.of("<h2>Fit</h2>\n<p>loose\n  and long</p>"))
        .isEqualTo("Fit\n\nloose and long");
  }

  @Test
  void leavesPlainTextAsItIs() {
    assertThat(HtmlText.of(" a < b and c & d\n\ne ")).isEqualTo("a < b and c & d\n\ne");
  }

  @Test
  void keepsTheBreaksThatAreMeant() {
    assertThat(HtmlText.withBreaks("<b>a</b>\nb")).isEqualTo("a\nb");
    assertThat(HtmlText.withBreaks("a\nb")).isEqualTo("a\nb");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>ok",
        "<style>p{}</style>ok",
        "ok<!-- no -->",
        "<iframe src=//x>no</iframe>ok",
        "<img src=x onerror=alert(1)>ok",
        "<svg onload=alert(1)><text>no</text></svg>ok"
      })
  void leavesNothingThatRuns(String html) {
    assertThat(HtmlText.of(html)).isEqualTo("ok");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>", "<div><p>", "<ul><li>", "<table>", "&amp;", "<a href='", "<!--"})
  void readsDeepAndBrokenHtmlInBoundedTime(String piece) {
    Assertions.assertTimeout(
        Duration.ofSeconds(20), () -> HtmlText.of("x" + piece.repeat(900_000 / piece.length())));
  }
}
