/**
 * The application server, Payara Micro with the shop's archive: its home, memory, boot commands and
 * process.
 *
 * <p>Public is {@link org.orderly.server.application.ApplicationServer} alone.
 */
package org.orderly.server.application;
