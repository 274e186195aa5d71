package org.orderly.notification.smtp;

import java.util.UUID;

/**
 * A mail that its sender has claimed.
 *
 * @param attempt which attempt this is, from 1
 */
record MailDelivery(
    UUID id, String recipient, String recipientName, String subject, String body, int attempt) {}
