package dev.skald.runtime.internal.workflow;

import java.util.Iterator;

/**
 * The rounds of a loop, one after the other: whoever takes the next element is in its round from then on, and back
 * where the loop began once there is none.
 *
 * @param <T> an element
 */
final class Rounds<T> implements Iterator<T> {

    private final Iterator<T> elements;
    private final int max;
    private final Place around = Place.current();
    private int next;

    Rounds(Iterator<T> elements, int max) {
        this.elements = elements;
        this.max = max;
    }

    @Override
    public boolean hasNext() {
        boolean more = elements.hasNext();
        if (!more) {
            around.enter();
        }
        return more;
    }

    @Override
    public T next() {
        T element = elements.next();
        around.round(next, max).enter();
        next++;
        return element;
    }
}
