package org.orderly.inventory.location;

/**
 * A stock location as the API shows it.
 *
 * @param code what requests and movements name it by; never changes
 * @param closed whether goods can no longer come to it
 */
public record StockLocationView(String code, String name, boolean closed) {}
