/**
 * What the shop sells, for admins: by interval, product and category, in any zone.
 *
 * <p>Revenue is the total of orders that were confirmed in an interval and are not called off, as
 * they are after all edits; refunds are counted apart, when they are made. The figures come from
 * summaries of quarters of an hour that this package keeps by the events of orders. An event only
 * says of which order to look again: what the order counts for is taken out of the summaries and
 * put in anew, in one transaction, so that events may come twice, late, and in any order.
 */
@NullMarked
package org.orderly.reporting;

import org.jspecify.annotations.NullMarked;
