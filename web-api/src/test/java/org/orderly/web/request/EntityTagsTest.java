package org.orderly.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EntityTagsTest {

  @Test
  void readsTheVersionThatAWriterSaw() {
    assertThat(EntityTags.version("\"17\"")).isEqualTo(17);
    assertThat(EntityTags.version("\"17-gzip\"")).isEqualTo(17);
    assertThat(EntityTags.version("\"17.5e3f-gzip\"")).isEqualTo(17);
    assertThat(EntityTags.version('"' + EntityTags.of(17, new Object()) + '"')).isEqualTo(17);
    assertThat(EntityTags.version(null)).isNull();
    assertThat(EntityTags.version(" * ")).isNull();
  }

  @Test
  void takesEveryOtherTagForOneThatNothingHas() {
    for (String tag :
        List.of(
            "17",
            "W/\"17\"",
            "\"x\"",
            "\"17-br\"",
            "\"17.\"",
            "\"1\", \"2\"",
            "\"9999999999999999999\"")) {
      assertThat(EntityTags.version(tag)).isEqualTo(-1);
    }
  }
}
