package org.orderly.server.importer;

/** Why an import cannot begin or go on; its message says in one line what to do. */
final class ImportFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ImportFailure(String message) {
    super(message);
  }
}
