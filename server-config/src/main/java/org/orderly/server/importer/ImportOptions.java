package org.orderly.server.importer;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * What an import was asked for.
 *
 * @param url of the shop; {@code null} for the one of the data folder
 * @param currency of prices that come without one
 * @param fields which name in the file each of our fields has; only those that were told
 * @param initialStock of new products whose row has none
 */
record ImportOptions(
    Path file, URI url, String currency, Map<String, String> fields, BigDecimal initialStock) {}
