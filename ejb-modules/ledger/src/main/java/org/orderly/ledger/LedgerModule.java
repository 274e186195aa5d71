package org.orderly.ledger;

import jakarta.ejb.Singleton;

/** Makes this archive an EJB module: a full server refuses one without an enterprise bean. */
@Singleton
public class LedgerModule {}
