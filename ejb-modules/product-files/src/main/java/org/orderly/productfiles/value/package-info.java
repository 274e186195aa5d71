/** Values as people and spreadsheets write them: amounts, skus, categories, HTML. */
@NullMarked
package org.orderly.productfiles.value;

import org.jspecify.annotations.NullMarked;
