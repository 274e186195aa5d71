package org.orderly.productfiles.text;

import java.io.EOFException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.zip.ZipException;

/** Says in the user's words why bytes cannot be unpacked or decoded. */
final class DecodedText extends FilterReader {

  private final Charset charset;

  /** A decoder that was not told to report would turn wrong bytes into question marks. */
  DecodedText(InputStream bytes, Charset charset) {
    super(new InputStreamReader(bytes, charset.newDecoder()));
    this.charset = charset;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    try {
      return super.read(buffer, offset, length);
    } catch (CharacterCodingException e) {
      throw new UnusableFile(
          "The file is not "
              + charset.name()
              + " text. Say which encoding it has, such as windows-1252 for many files that Excel"
              + " saved.");
    } catch (ZipException | EOFException e) {
      throw new UnusableFile(
          "The packed file is damaged or cut off; nothing more of it can be read.");
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
