/** The generated side of participant mail, written by hand. */
@NullMarked
package com.acme.orders.mail;

import org.jspecify.annotations.NullMarked;
