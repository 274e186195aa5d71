package org.orderly.documents;

/**
 * A finished document.
 *
 * @param name such as {@code INV-2026-000001.pdf}
 */
public record GeneratedFile(String name, byte[] content) {}
