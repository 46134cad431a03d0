/** The generated side of participant shipping, written by hand. */
@org.jspecify.annotations.NullMarked
package com.acme.orders.shipping;
