/** How the files of other shop systems name and arrange what a product has. */
@NullMarked
package org.orderly.productfiles.profile;

import org.jspecify.annotations.NullMarked;
