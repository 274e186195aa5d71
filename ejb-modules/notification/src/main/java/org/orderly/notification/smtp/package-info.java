/**
 * The mail channel: notices leave as mail over SMTP.
 *
 * <p>Mails wait in the table {@code mail_delivery}, written in the transaction that took the event
 * in. Every instance has a sender that claims one waiting mail at a time for a few minutes, sends
 * it with no transaction open, and writes down what became of it. A crash between sending and
 * writing sends a mail again, with the same Message-ID.
 */
@NullMarked
package org.orderly.notification.smtp;

import org.jspecify.annotations.NullMarked;
