/** What workers of sagas and of participants have beside what the application gives them. */
@NullMarked
package dev.skald.runtime.internal.worker;

import org.jspecify.annotations.NullMarked;
