package org.orderly.server.importer;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import org.orderly.productfiles.FileOptions;

/**
 * What an import was asked for.
 *
 * @param url of the shop; {@code null} for the one of the data folder
 * @param report where refused rows are written; {@code null} for beside the file
 * @param reading how the file is to be read
 * @param initialStock of new products whose row has none
 * @param keepsStock whether products that the shop has keep their stock
 * @param dryRun whether the shop only checks what it would take
 * @param restart whether what an earlier run has done is done again
 */
record ImportOptions(
    Path file,
    URI url,
    Path report,
    FileOptions reading,
    BigDecimal initialStock,
    boolean keepsStock,
    boolean dryRun,
    boolean restart) {}
