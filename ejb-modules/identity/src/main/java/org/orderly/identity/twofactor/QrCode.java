package org.orderly.identity.twofactor;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A text as a picture that apps read from a screen: a PNG of one bit a pixel (ISO 15948). */
final class QrCode {

  private static final int SIZE = 264;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] ONE_BIT_GREY = {1, 0, 0, 0, 0};

  private QrCode() {}

  /** The picture within its address (RFC 2397). */
  static String dataUri(String text) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(text));
  }

  static byte[] png(String text) {
    BitMatrix dots = dots(text);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    byte[] header =
        ByteBuffer.allocate(2 * Integer.BYTES + ONE_BIT_GREY.length)
            .putInt(dots.getWidth())
            .putInt(dots.getHeight())
            .put(ONE_BIT_GREY)
            .array();
    chunk(png, "IHDR", header);
    chunk(png, "IDAT", deflated(rows(dots)));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static BitMatrix dots(String text) {
    try {
      return new QRCodeWriter()
          .encode(text, BarcodeFormat.QR_CODE, SIZE, SIZE, Map.of(EncodeHintType.MARGIN, 2));
    } catch (WriterException e) {
      throw new IllegalStateException("the text is too long for a QR code", e);
    }
  }

  /** Each row begins with its filter, none; a set bit is white. */
  private static byte[] rows(BitMatrix dots) {
    int bytes = (dots.getWidth() + Byte.SIZE - 1) / Byte.SIZE + 1;
    byte[] rows = new byte[bytes * dots.getHeight()];
    for (int y = 0; y < dots.getHeight(); y++) {
      for (int x = 0; x < dots.getWidth(); x++) {
        if (!dots.get(x, y)) {
          rows[y * bytes + 1 + x / Byte.SIZE] |= (byte) (0x80 >> x % Byte.SIZE);
        }
      }
    }
    return rows;
  }

  private static byte[] deflated(byte[] data) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(data);
      deflater.finish();
      byte[] buffer = new byte[data.length + 64];
      return java.util.Arrays.copyOf(buffer, deflater.deflate(buffer));
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] body =
        ByteBuffer.allocate(type.length() + data.length)
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .put(data)
            .array();
    CRC32 check = new CRC32();
    check.update(body);
    png.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(data.length).array());
    png.writeBytes(body);
    png.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) check.getValue()).array());
  }
}
