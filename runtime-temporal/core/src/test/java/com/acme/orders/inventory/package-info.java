/** The generated side of participant inventory, written by hand. */
@NullMarked
package com.acme.orders.inventory;

import org.jspecify.annotations.NullMarked;
