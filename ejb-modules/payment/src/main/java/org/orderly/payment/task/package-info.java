/**
 * The tasks for payment gateways.
 *
 * <p>A task is written in the transaction that is its cause and claimed by one worker of one
 * instance, for as long as a lease lasts. Tasks of one payment are done one after the other. A task
 * that gets no answer is tried again, ever less often; asking again is safe, since the task's id is
 * the key that the gateway knows the call by.
 */
@NullMarked
package org.orderly.payment.task;

import org.jspecify.annotations.NullMarked;
