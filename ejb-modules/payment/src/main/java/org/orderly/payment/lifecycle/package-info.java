/**
 * The life of a payment: its statuses, where each may lead, and the event that tells of every step.
 */
@NullMarked
package org.orderly.payment.lifecycle;

import org.jspecify.annotations.NullMarked;
