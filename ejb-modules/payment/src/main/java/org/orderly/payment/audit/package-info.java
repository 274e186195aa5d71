/** What the auditor of the books asks of payments; only reads, some orders at a time. */
package org.orderly.payment.audit;
