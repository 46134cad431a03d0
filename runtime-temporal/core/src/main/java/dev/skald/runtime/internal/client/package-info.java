/** A saga as seen from outside: started, waited for, asked, settled. */
@NullMarked
package dev.skald.runtime.internal.client;

import org.jspecify.annotations.NullMarked;
