/**
 * How orders may be paid, and where money goes that comes back: what buyers choose, and the plan
 * that is made of it when all has been asked.
 */
package org.orderly.payment.method;
