package org.orderly.server.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import picocli.CommandLine.ITypeConverter;

/** Takes the address of a shop. */
public final class ShopUrl implements ITypeConverter<URI> {
  @Override
  public URI convert(String value) {
    try {
      URI url = new URI(value);
      if (url.getHost() != null && List.of("http", "https").contains(url.getScheme())) {
        return url;
      }
    } catch (URISyntaxException e) {
      // said below, like an address of another kind
    }
    throw new InvalidOptionValue("must be an address such as http://127.0.0.1:8080", value);
  }
}
