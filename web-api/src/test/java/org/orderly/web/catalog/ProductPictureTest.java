package org.orderly.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class ProductPictureTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kettle",
        "<script>alert(1)</script>",
        "a\" onload=\"alert(1)",
        "AT&T & friends &amp; ]]>",
        "$motif $name $dark",
        "bell\u0007 and null\u0000",
        "\uD83D\uDE00 smile",
        "---"
      })
  void staysWellFormedWhateverTheNameIs(String name) throws Exception {
    Document picture = parsed(new ProductPicture("S-1", name, name, List.of(name)).svg());

    assertThat(picture.getDocumentElement().getNodeName()).isEqualTo("svg");
    assertThat(picture.getElementsByTagName("script").getLength()).isZero();
    assertThat(picture.getDocumentElement().hasAttribute("onload")).isFalse();
  }

  @Test
  void saysTheNameToThoseWhoCannotSee() throws Exception {
    Document picture = parsed(new ProductPicture("S-1", "$5 <Kettle>", null, List.of()).svg());

    assertThat(picture.getDocumentElement().getAttribute("aria-label")).isEqualTo("$5 <Kettle>");
  }

  @Test
  void looksTheSameForTheSameProduct() {
    assertThat(picture("S-1").svg()).isEqualTo(picture("S-1").svg());
    assertThat(picture("S-1").svg()).isNotEqualTo(picture("S-2").svg());
  }

  @Test
  void takesInitialsFromTheFirstTwoWords() {
    assertThat(new ProductPicture("S", "copper kettle 2 l", null, List.of()).initials())
        .isEqualTo("CK");
    assertThat(new ProductPicture("S", "*", null, List.of()).initials()).isEmpty();
  }

  @Test
  void drawsWhatTheProductIsAndOtherwiseWhatItsCategoryHolds() {
    Motif kettle = Motif.of(List.of("kettle"));

    assertThat(Motif.of(List.of("Shelf Kettle", "Shelves"))).isEqualTo(kettle);
    assertThat(Motif.of(List.of("Marlow No. 3", "Kettles"))).isEqualTo(kettle);
    assertThat(Motif.of(List.of("Marlow No. 3", "Sundries")))
        .isEqualTo(Motif.of(List.of()))
        .isNotEqualTo(kettle);
  }

  @Test
  void fillsInEveryColour() {
    for (String word : List.of("kettle", "bike", "shirt", "dice", "anything else")) {
      assertThat(Motif.of(List.of(word)).drawnIn(Palette.of(word))).doesNotContain("$");
    }
  }

  private static ProductPicture picture(String sku) {
    return new ProductPicture(sku, "Kettle", "Brand", List.of("Kitchen"));
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
