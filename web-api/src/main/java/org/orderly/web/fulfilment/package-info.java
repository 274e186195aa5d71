/** Goods on their way: preparation, shipments, and returns. */
package org.orderly.web.fulfilment;
