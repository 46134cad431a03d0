/** The generated side of participant shipping, written by hand. */
@NullMarked
package com.acme.orders.shipping;

import org.jspecify.annotations.NullMarked;
