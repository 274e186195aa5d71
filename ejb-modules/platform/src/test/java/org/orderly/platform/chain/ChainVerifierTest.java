package org.orderly.platform.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.InvalidValue;

class ChainVerifierTest {

  private static final byte[] ZEROS = ChainLink.BEGINNING.hashBytes();

  private final ChainVerifier verifier = new ChainVerifier(ChainLink.BEGINNING);

  /** By {@code printf '…' | sha256sum}: existing chains must stay valid. */
  @Test
  void hashesAFormAsItAlwaysWas() {
    ChainForm form =
        new ChainForm()
            .field("1")
            .field((String) null)
            .field("")
            .field("Zoë")
            .field(Instant.parse("2026-11-30T12:00:00.120Z"));
    assertThat(HexFormat.of().formatHex(form.hashAfter(ZEROS)))
        .isEqualTo("44fe601dcd3006df1e77e8f4e0495a5916263c629b2db8199121754558db73d1");
    assertThat(HexFormat.of().formatHex(form.hashAfter(ZEROS, "7;")))
        .isEqualTo("4b822bbd63b1f33e8f7dc36c8dcbeddf28562053c8a4876928de1c749fa21a8a");
  }

  @Test
  void distinguishesFieldsThatReadTheSameTogether() {
    assertThat(new ChainForm().field("ab").field("c").hashAfter(ZEROS))
        .isNotEqualTo(new ChainForm().field("a").field("bc").hashAfter(ZEROS));
    assertThat(new ChainForm().field("").hashAfter(ZEROS))
        .isNotEqualTo(new ChainForm().field((String) null).hashAfter(ZEROS));
  }

  @Test
  void acceptsLinksInTheirOrder() {
    ChainLink head = append(append(ChainLink.BEGINNING));
    verifier.end(head);
    assertThat(verifier.report(true)).isEqualTo(new ChainReport(true, 2, null, true, head));
  }

  @Test
  void stopsAtALinkThatIsMissing() {
    ChainLink first = append(ChainLink.BEGINNING);
    verifier.verify(3, hash(3, first), previous -> hash(3, first));
    verifier.verify(2, hash(2, first), previous -> hash(2, first));
    assertThat(verifier.report(false)).isEqualTo(new ChainReport(false, 1, 2L, true, first));
  }

  @Test
  void stopsAtALinkThatWasChanged() {
    ChainLink first = append(ChainLink.BEGINNING);
    verifier.verify(2, hash(9, first), previous -> hash(2, first));
    assertThat(verifier.report(false).firstBroken()).isEqualTo(2);
  }

  @Test
  void missesLinksThatNobodyGave() {
    ChainLink first = append(ChainLink.BEGINNING);
    verifier.reached(1);
    assertThat(verifier.isBroken()).isFalse();
    verifier.reached(500);
    assertThat(verifier.report(false)).isEqualTo(new ChainReport(false, 1, 2L, true, first));
  }

  @Test
  void namesWhereTheHeadDiffers() {
    ChainLink second = append(append(ChainLink.BEGINNING));
    verifier.end(new ChainLink(5, second.hash()));
    assertThat(verifier.report(true).firstBroken()).isEqualTo(3);
  }

  @Test
  void readsAnAnchor() {
    ChainLink link = new ChainLink(12, "0123456789abcdef".repeat(4));
    assertThat(ChainLink.parse("12:" + link.hash())).isEqualTo(link);
    assertThat(ChainLink.of(12, link.hashBytes())).isEqualTo(link);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "12:", "-1:00", "12:0123", "1234567890123456789:00"})
  void refusesWhatIsNoAnchor(String text) {
    assertThatThrownBy(() -> ChainLink.parse(text)).isInstanceOf(InvalidValue.class);
  }

  private ChainLink append(ChainLink last) {
    long seq = last.seq() + 1;
    verifier.verify(seq, hash(seq, last), previous -> hash(seq, last));
    return ChainLink.of(seq, hash(seq, last));
  }

  private static byte[] hash(long seq, ChainLink last) {
    return new ChainForm().field(Long.toString(seq)).hashAfter(last.hashBytes());
  }
}
