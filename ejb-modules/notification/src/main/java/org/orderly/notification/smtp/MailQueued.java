package org.orderly.notification.smtp;

/** A mail was written down in this transaction. */
record MailQueued() {}
