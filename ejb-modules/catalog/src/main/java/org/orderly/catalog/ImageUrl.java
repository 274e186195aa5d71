package org.orderly.catalog;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.category.CatalogText;
import org.orderly.kernel.InvalidValue;

/** Lets pictures come from the web or from this site, and from nowhere that runs as script. */
final class ImageUrl {

  static final int MAX_LENGTH = 2000;

  private static final String FIELD = "imageUrl";

  private ImageUrl() {}

  /** The address, stripped; {@code null} if there is none. */
  static @Nullable String checked(@Nullable String text) {
    String url = CatalogText.optionalLine(FIELD, text, MAX_LENGTH);
    if (url != null && !isWeb(url) && !isOfThisSite(url)) {
      throw new InvalidValue(FIELD, "must be an http(s) address or a path that begins with one /");
    }
    return url;
  }

  private static boolean isWeb(String url) {
    try {
      URI uri = new URI(url);
      return uri.getHost() != null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Browsers take {@code //host} and {@code /\host} for another site. */
  private static boolean isOfThisSite(String url) {
    try {
      return url.startsWith("/") && new URI(url).getRawAuthority() == null && !url.startsWith("//");
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
