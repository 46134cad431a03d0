/** The generated side of participant billing, written by hand. */
@NullMarked
package com.acme.orders.billing;

import org.jspecify.annotations.NullMarked;
