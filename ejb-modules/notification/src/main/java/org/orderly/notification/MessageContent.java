package org.orderly.notification;

/**
 * What to tell, in plain text.
 *
 * @param subject one line
 * @param body paragraphs, with line feeds only
 */
public record MessageContent(String subject, String body) {}
