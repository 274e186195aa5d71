package org.orderly.notification;

/**
 * The content of a message, in plain text.
 *
 * @param subject one line
 * @param body paragraphs, with line feeds only
 */
public record MessageContent(String subject, String body) {}
