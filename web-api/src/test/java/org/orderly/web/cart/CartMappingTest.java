package org.orderly.web.cart;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jnosql.mapping.metadata.ClassScanner;
import org.junit.jupiter.api.Test;

class CartMappingTest {

  /**
   * The mapper takes the first scanner that it finds, and of a WAR only the classes come first for
   * certain. Its own reads every class of the server at the start: 400 MiB of heap, and seconds.
   */
  @Test
  void archiveNamesTheScannerThatReadsNothingBeforeAnyLibraryDoes() throws Exception {
    String name = "META-INF/services/" + ClassScanner.class.getName();
    URL first = getClass().getClassLoader().getResource(name);
    Path ours = Path.of(first.toURI());

    assertThat(ours.toString()).contains("target/classes");
    assertThat(Files.readString(ours).strip()).isEqualTo("org.orderly.cart.CartEntities");
  }
}
