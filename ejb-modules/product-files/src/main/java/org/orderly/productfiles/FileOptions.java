package org.orderly.productfiles;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.orderly.productfiles.product.ReadOptions;
import org.orderly.productfiles.profile.ProfileName;

/**
 * How a file is to be read.
 *
 * @param profile {@code null} to guess it by the header
 * @param encoding of a file without byte order mark; {@code null} for UTF-8
 */
public record FileOptions(
    @Nullable ProfileName profile, @Nullable Charset encoding, ReadOptions reading) {}
