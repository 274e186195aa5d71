/** What a row becomes: a product, a refusal with its reason, or a product that is not on sale. */
@NullMarked
package org.orderly.productfiles.product;

import org.jspecify.annotations.NullMarked;
