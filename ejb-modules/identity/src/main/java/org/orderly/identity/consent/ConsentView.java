package org.orderly.identity.consent;

import java.time.Instant;

/**
 * One time that somebody agreed to something, or took it back.
 *
 * @param version of the document, as it was called then
 * @param address where the request came from
 */
public record ConsentView(
    ConsentDocument document, String version, boolean granted, Instant at, String address) {}
