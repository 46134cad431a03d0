/** The generated side of participant inventory, written by hand. */
@org.jspecify.annotations.NullMarked
package com.acme.orders.inventory;
