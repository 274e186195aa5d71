package org.orderly.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PartTest {
  private static final List<Part> ALL =
      List.of(
          Part.POSTGRES,
          Part.postgres("inventory"),
          Part.postgres("payment"),
          Part.REDIS,
          Part.BROKER,
          Part.SANDBOX,
          Part.SERVER,
          Part.server(2));

  @Test
  void isKnownAgainByTheNameOfItsFiles() {
    assertThat(ALL).allSatisfy(part -> assertThat(Part.ofKey(part.key())).contains(part));
    assertThat(ALL).extracting(Part::key).doesNotHaveDuplicates();
    assertThat(Part.ofKey("stranger")).isEmpty();
  }

  @Test
  void comesAfterWhatItNeeds() {
    assertThat(new TreeSet<>(ALL)).containsExactlyElementsOf(ALL);
  }

  @Test
  void hasItsPlainNameWhenItIsTheOnlyOne() {
    assertThat(Part.server(1)).isEqualTo(Part.SERVER);
    assertThat(Part.SERVER.title()).isEqualTo("Server");
    assertThat(Part.server(2).title()).isEqualTo("Server 2");
    assertThat(Part.postgres("payment").key()).isEqualTo("postgres-payment");
  }
}
