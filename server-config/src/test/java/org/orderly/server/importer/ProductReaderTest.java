package org.orderly.server.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.server.cli.CommandTree;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class ProductReaderTest {

  @Test
  void takesWellKnownNamesForOurOwn() throws Exception {
    ObjectNode product =
        read("{'sku':'A','title':'T','image':'/a.svg','price':2,'category':'X > Y'}");

    assertThat(product)
        .hasToString(
            json(
                "{'sku':'A','name':'T','imageUrl':'/a.svg','price':{'amount':'2','currency':'USD'},"
                    + "'categories':['X','Y'],'initialStock':0}"));
  }

  @Test
  void takesTheNamesThatItWasTold() throws Exception {
    ObjectNode product =
        read("{'sku':'A','price':9,'cost':'3.50'}", "--field", "price=cost", "--currency", "GBP");

    assertThat(product.get("price")).hasToString(json("{'amount':'3.50','currency':'GBP'}"));
  }

  @Test
  void prefersTheCurrencyAndStockOfTheRow() throws Exception {
    ObjectNode product =
        read("{'price':'1','currency':'SEK','stock':'2.5'}", "--initial-stock", "7");

    assertThat(product.get("price").get("currency").asText()).isEqualTo("SEK");
    assertThat(product.get("initialStock").decimalValue()).isEqualByComparingTo("2.5");
    assertThat(read("{'price':1}", "--initial-stock", "7").get("initialStock").asInt())
        .isEqualTo(7);
  }

  @Test
  void keepsAPriceThatIsComplete() throws Exception {
    assertThat(read("{'price':{'amount':'1.00','currency':'CHF'}}").get("price").get("currency"))
        .hasToString("\"CHF\"");
  }

  @Test
  void mendsSignsThatAConversionLeftAsNumbers() throws Exception {
    ObjectNode product =
        read("{'name':'Insignia\u0099 \u0093A\u0094\\tB','description':'a\\nb','price':1}");

    assertThat(product.get("name").asText()).isEqualTo("Insignia\u2122 \u201cA\u201d B");
    assertThat(product.get("description").asText()).isEqualTo("a\nb");
  }

  @Test
  void keepsEveryDigitOfAPrice() throws Exception {
    assertThat(read("{'price':0.10}").get("price").get("amount").asText()).isEqualTo("0.10");
    assertThat(read("{'price':1e2}").get("price").get("amount").asText()).isEqualTo("100");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'price':'cheap'}",
        "{'price':'1e999999999'}",
        "{'price':1,'initialStock':'high'}",
        "{'price':1,'name':{}}",
        "{'price':[1]}"
      })
  void refusesValuesThatCannotBeWhatTheirFieldIs(String row) {
    assertThatThrownBy(() -> read(row)).isInstanceOf(ProductReader.UnusableRow.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--currency EUR",
        "--bogus x",
        "x y",
        "x --currency",
        "x --currency DOLLAR",
        "x --url ftp://h",
        "x --initial-stock -1",
        "x --field colour=color",
        "x --field price"
      })
  void refusesWordsThatMakeNoImport(String words) {
    assertThatThrownBy(() -> options(words.split(" "))).isInstanceOf(ParameterException.class);
  }

  private static ObjectNode read(String row, String... words) throws JsonProcessingException {
    List<String> all = new java.util.ArrayList<>(List.of("file.json"));
    all.addAll(List.of(words));
    return new ProductReader(options(all.toArray(String[]::new)))
        .read((ObjectNode) JsonText.MAPPER.readTree(json(row)));
  }

  private static ImportOptions options(String... words) {
    ImportProductsCommand command = new ImportProductsCommand(Map.of());
    CommandTree.ruled(new CommandLine(command)).parseArgs(words);
    return command.options();
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
