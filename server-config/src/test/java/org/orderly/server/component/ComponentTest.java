package org.orderly.server.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ComponentTest {
  private static final List<Component> ALL =
      List.of(
          Component.POSTGRES,
          Component.postgres("inventory"),
          Component.postgres("payment"),
          Component.REDIS,
          Component.BROKER,
          Component.SANDBOX,
          Component.SERVER,
          Component.server(2));

  @Test
  void isKnownAgainByTheNameOfItsFiles() {
    assertThat(ALL).allSatisfy(part -> assertThat(Component.ofKey(part.key())).contains(part));
    assertThat(ALL).extracting(Component::key).doesNotHaveDuplicates();
    assertThat(Component.ofKey("stranger")).isEmpty();
  }

  @Test
  void comesAfterWhatItNeeds() {
    assertThat(new TreeSet<>(ALL)).containsExactlyElementsOf(ALL);
  }

  @Test
  void hasItsPlainNameWhenItIsTheOnlyOne() {
    assertThat(Component.server(1)).isEqualTo(Component.SERVER);
    assertThat(Component.SERVER.title()).isEqualTo("Server");
    assertThat(Component.server(2).title()).isEqualTo("Server 2");
    assertThat(Component.postgres("payment").key()).isEqualTo("postgres-payment");
  }
}
