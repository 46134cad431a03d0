/** Tests of what runs inside of a workflow. */
@NullMarked
package dev.skald.runtime.internal.workflow;

import org.jspecify.annotations.NullMarked;
