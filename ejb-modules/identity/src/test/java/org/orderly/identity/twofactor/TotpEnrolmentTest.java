package org.orderly.identity.twofactor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TotpEnrolmentTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private final TotpEnrolment enrolment = TotpEnrolment.of(SECRET, "ada+shop@example.org");

  @Test
  void tellsAppsTheSecretAndWhoseItIs() {
    assertThat(enrolment.otpauthUri())
        .isEqualTo(
            "otpauth://totp/Orderly:ada%2Bshop%40example.org"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Orderly"
                + "&algorithm=SHA1&digits=6&period=30");
  }

  @Test
  void drawsTheAddressSoThatItCanBeReadAgain() throws Exception {
    String prefix = "data:image/png;base64,";
    assertThat(enrolment.qrCode()).startsWith(prefix);
    byte[] png = Base64.getDecoder().decode(enrolment.qrCode().substring(prefix.length()));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText())
        .isEqualTo(enrolment.otpauthUri());
  }

  @Test
  void givesRecoveryCodesThatAreReadHoweverTheyAreTyped() {
    RecoveryCode code = RecoveryCode.generate();
    assertThat(code.text()).matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}");
    assertThat(new RecoveryCode(code.text().toLowerCase().replace('-', ' ')).hash())
        .isEqualTo(code.hash());
    assertThat(IntStream.range(0, 100).mapToObj(i -> RecoveryCode.generate().text()))
        .doesNotHaveDuplicates();
  }

  @Test
  void keepsSecretsOutOfLogs() {
    assertThat(enrolment.toString()).doesNotContain("GEZDG");
    assertThat(RecoveryCode.generate().toString()).doesNotContain("-");
  }
}
