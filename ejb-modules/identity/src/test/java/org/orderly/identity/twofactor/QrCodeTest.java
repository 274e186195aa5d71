package org.orderly.identity.twofactor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrCodeTest {

  private static final String TEXT =
      "otpauth://totp/Shop:ann%40example.org?secret=JBSWY3DPEHPK3PXP&issuer=Shop&digits=6";

  @Test
  void isReadBackFromItsPicture() throws Exception {
    assertThat(read(QrCode.png(TEXT))).isEqualTo(TEXT);
  }

  @Test
  void isAPngWithinItsAddress() throws Exception {
    String address = QrCode.dataUri(TEXT);

    assertThat(address).startsWith("data:image/png;base64,");
    String picture = address.substring(address.indexOf(',') + 1);
    assertThat(read(Base64.getDecoder().decode(picture))).isEqualTo(TEXT);
  }

  private static String read(byte[] png) throws Exception {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
