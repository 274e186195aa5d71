package org.orderly.server.importer;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.orderly.productfiles.FileOptions;
import org.orderly.productfiles.product.ReadOptions;
import org.orderly.productfiles.profile.PlainProfile;
import org.orderly.productfiles.profile.ProfileName;
import org.orderly.productfiles.value.DecimalMark;
import org.orderly.server.cli.InvalidOptionValue;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a user says of how a file of products is to be read. */
final class FileReadingOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--profile",
      paramLabel = "P",
      converter = Profile.class,
      description = "woocommerce, shopify, google-merchant or plain (guessed by the header)")
  private ProfileName profile;

  @Option(
      names = "--encoding",
      paramLabel = "E",
      converter = Encoding.class,
      description = "of a file without byte order mark, such as windows-1252 (utf-8)")
  private Charset encoding;

  @Option(
      names = "--decimal",
      paramLabel = "D",
      defaultValue = "auto",
      converter = Mark.class,
      description = "comma or point (seen from each number)")
  private DecimalMark decimalMark;

  @Option(
      names = "--currency",
      paramLabel = "C",
      defaultValue = "USD",
      converter = CurrencyCode.class,
      description = "of prices that come without one (${DEFAULT-VALUE})")
  private String currency;

  private final Map<String, String> fields = new HashMap<>();

  @Option(
      names = "--field",
      paramLabel = "ours=file",
      description = "what a plain file calls a field, such as price=cost; may be repeated")
  private void field(Map<String, String> named) {
    named.forEach(
        (ours, theirs) -> {
          if (!PlainProfile.FIELDS.contains(ours) || theirs.isBlank()) {
            throw new ParameterException(
                spec.commandLine(),
                "--field must be <ours>=<the file's>, ours being one of "
                    + String.join(", ", PlainProfile.FIELDS)
                    + "; not "
                    + ours
                    + "="
                    + theirs
                    + ".");
          }
          fields.put(ours, theirs.strip());
        });
  }

  FileOptions options() {
    return new FileOptions(
        profile,
        encoding,
        new ReadOptions(currency, decimalMark, fields, LocalDate.now(ZoneOffset.UTC)));
  }

  private static final class Profile implements ITypeConverter<ProfileName> {
    @Override
    public ProfileName convert(String code) {
      List<ProfileName> names = Arrays.asList(ProfileName.values());
      return names.stream()
          .filter(name -> name.code().equals(code))
          .findFirst()
          .orElseThrow(
              () ->
                  new InvalidOptionValue(
                      "must be one of "
                          + names.stream().map(ProfileName::code).collect(Collectors.joining(", ")),
                      code));
    }
  }

  private static final class Encoding implements ITypeConverter<Charset> {
    @Override
    public Charset convert(String name) {
      try {
        return Charset.forName(name);
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        throw new InvalidOptionValue("must be an encoding such as windows-1252", name);
      }
    }
  }

  private static final class Mark implements ITypeConverter<DecimalMark> {
    @Override
    public DecimalMark convert(String name) {
      return Arrays.stream(DecimalMark.values())
          .filter(mark -> mark.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst()
          .orElseThrow(() -> new InvalidOptionValue("must be comma, point or auto", name));
    }
  }

  private static final class CurrencyCode implements ITypeConverter<String> {
    @Override
    public String convert(String code) {
      try {
        return Currency.getInstance(code).getCurrencyCode();
      } catch (IllegalArgumentException e) {
        throw new InvalidOptionValue("must be an ISO 4217 code such as EUR", code);
      }
    }
  }
}
