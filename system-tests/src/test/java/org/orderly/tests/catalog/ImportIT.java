package org.orderly.tests.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.orderly.server.Main;
import org.orderly.server.cli.ExitCode;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.RunningShop;

/** Files of products, imported by the command into the shop. */
@ExtendWith(RunningShop.class)
class ImportIT {

  @TempDir Path folder;

  private final Api api = RunningShop.api();

  /** So that each test has products of its own. */
  private final String own = "IM" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();

  /** The importer signs the same admin in. */
  @AfterEach
  void renewAdmin() {
    RunningShop.renewAdmin();
  }

  @Test
  void putsAnExportOnSaleButNoDrafts() throws IOException {
    Path export =
        file(
            "export.csv",
            "ID,Type,SKU,Name,Published,Description,In stock?,Stock,Sale price,Regular price,Parent,"
                + "Attribute 1 name,Attribute 1 value(s)\n"
                + "1,simple,%1$s-CAP,Wool cap,1,\"<p>Warm &amp; soft</p><script>x</script>\",1,12,16,18,,,\n"
                + "2,variable,%1$s-TEE,Tee,1,Soft,1,,,,,Color,\"Blue, Red\"\n"
                + "3,variation,%1$s-BLUE,Tee,1,,1,5,,20,%1$s-TEE,Color,Blue\n"
                + "4,simple,%1$s-DRAFT,Secret,0,,1,5,,25,,,\n");

    assertThat(imported(export, "--currency", "EUR"))
        .contains("an export of WooCommerce")
        .contains("2 created, 0 updated, 0 refused, 1 left out");

    JsonNode cap = product("CAP");
    assertThat(cap.path("description").asText()).isEqualTo("Warm & soft");
    assertThat(cap.path("price").path("amount").asText()).isEqualTo("16.00");
    assertThat(onHand("CAP")).isEqualTo("12");
    assertThat(product("BLUE").path("name").asText()).isEqualTo("Tee - Blue");
    for (String absent : List.of("DRAFT", "TEE")) {
      assertThat(api.get("products/by-sku/" + own + "-" + absent).status()).isEqualTo(404);
    }
  }

  @Test
  void setsTheStockOfProductsThatTheShopHas() throws IOException {
    Path first = file("first.csv", "SKU,Name,Price,Currency,Stock\n%s-A,Colander,14.00,EUR,6\n");
    Path second =
        file("second.csv", "sku,name,price,currency,stock\n%s-A ,Colander,14.00,EUR,60\n");

    assertThat(imported(first)).contains("1 created");
    assertThat(imported(second, "--dry-run")).contains("stock of 1 set; nothing was changed");
    assertThat(onHand("A")).isEqualTo("6");
    assertThat(imported(second, "--keep-stock")).contains("keep their stock").contains("1 updated");
    assertThat(onHand("A")).isEqualTo("6");
    assertThat(imported(second)).contains("0 created, 1 updated, 0 refused, stock of 1 set");
    assertThat(onHand("A")).isEqualTo("60");
    assertThat(imported(second)).contains("0 created, 1 updated, 0 refused\n");
  }

  @Test
  void endsTheSessionOfEachImport() throws IOException {
    Path file = file("x.ndjson", "{\"sku\":\"%s-B\",\"name\":\"Bowl\",\"price\":0}\n");
    RunningShop.renewAdmin();
    List<String> before = sessions();

    for (int i = 0; i < 5; i++) {
      assertThat(run(ExitCode.FAILED, file)).contains("price must be more than zero");
    }

    // the oldest ones of a user end where there are too many
    assertThat(before).containsAll(sessions());
  }

  private static List<String> sessions() {
    return RunningShop.admin().get("auth/sessions").expect(200).get("items").findValuesAsText("id");
  }

  private String imported(Path file, String... more) {
    return run(ExitCode.OK, file, more);
  }

  private static String run(int exitCode, Path file, String... more) {
    List<String> words = new ArrayList<>(List.of("import", "products", file.toString()));
    words.addAll(List.of("--url", RunningShop.url().toString()));
    words.addAll(List.of("--data-dir", Path.of("target", "shop").toAbsolutePath().toString()));
    words.addAll(List.of(more));
    PrintStream out = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, UTF_8));
    try {
      assertThat(Main.run(words.toArray(String[]::new)))
          .as(() -> said.toString(UTF_8))
          .isEqualTo(exitCode);
    } finally {
      System.setOut(out);
    }
    return said.toString(UTF_8);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content.formatted(own));
  }

  private JsonNode product(String ending) {
    return api.get("products/by-sku/" + own + "-" + ending).expect(200);
  }

  private String onHand(String ending) {
    String id = product(ending).path("id").asText();
    return api.get("inventory/" + id).expect(200).path("onHand").asText();
  }
}
