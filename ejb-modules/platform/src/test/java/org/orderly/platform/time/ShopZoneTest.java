package org.orderly.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.InvalidValue;

class ShopZoneTest {

  private final ShopZone newYork = new ShopZone(ZoneId.of("America/New_York"));

  @Test
  void findsInADayWhatThePagesShowOfIt() {
    Instant shownAs29November = Instant.parse("2026-11-30T03:35:00Z");

    assertThat(newYork.from("from", "2026-11-29")).isBefore(shownAs29November);
    assertThat(newYork.to("to", "2026-11-29"))
        .isAfter(shownAs29November)
        .isEqualTo(Instant.parse("2026-11-30T05:00:00Z"));
  }

  @Test
  void takesInstantsAsTheyAre() {
    assertThat(newYork.from("from", "2026-11-29T00:00:00Z"))
        .isEqualTo(Instant.parse("2026-11-29T00:00:00Z"));
    assertThat(newYork.to("to", null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-02-30", "2026-11-29T25:00:00Z", "29.11.2026"})
  void namesWhatIsNeitherDayNorInstant(String text) {
    assertThatThrownBy(() -> newYork.from("from", text))
        .isInstanceOfSatisfying(
            InvalidValue.class, e -> assertThat(e.details()).containsEntry("field", "from"));
  }

  @Test
  void isUtcUntilConfigured() {
    assertThat(ShopZone.of(Optional.empty()).id()).isEqualTo(ZoneId.of("UTC"));
    assertThat(ShopZone.of(Optional.of("Asia/Tokyo")).id()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThatThrownBy(() -> ShopZone.of(Optional.of("Berlin")))
        .hasMessageContaining("ORDERLY_SHOP_ZONE");
  }
}
