package org.orderly.server.importer;

import picocli.CommandLine.Command;

/** {@code ./orderly import}: brings files into a running shop. */
@Command(name = "import", subcommands = ImportProductsCommand.class)
public final class ImportCommand {}
