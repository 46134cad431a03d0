package dev.skald.runtime;

import io.temporal.failure.ApplicationFailure;
import java.util.function.Supplier;

/**
 * Keeps what a participant promises to every saga, whatever gets lost or comes twice on the way:
 *
 * <ol>
 *   <li>the same request has the same answer, and its work is done once;
 *   <li>after an undo, a request of the same saga, step and iteration is refused;
 *   <li>an undo whose request never came succeeds.
 * </ol>
 *
 * <p>A participant puts each of its operations behind one:
 *
 * <pre>{@code
 * public Shipment book(UUID orderId, String sku) {
 *     return fence.once(SagaCall.current(), Shipment.class, () -> trucks.book(orderId, sku));
 * }
 *
 * public void cancel(UUID orderId) {
 *     fence.undo(SagaCall.current(), () -> trucks.cancel(orderId));
 * }
 * }</pre>
 *
 * <p>The calls of one step of one saga have their turns one after the other: an attempt that comes while an earlier one
 * still works waits for its answer, and so does an undo, which then undoes. Nobody else waits for them.
 *
 * <p>A request's work is all or nothing. It returns an answer; or it throws a {@link DeclaredError} before it has
 * changed anything, which is an answer as well; or it throws something else, and then nothing has happened, nothing is
 * kept, and the next attempt works anew. Work in a database has that from its transaction, which a fence in the same
 * database shares.
 *
 * <p>Answers are kept as JSON and read again for each attempt, the first included. A refusal is thrown to the attempt
 * that made it as what it is, and to later ones in the form in which it crosses the wire, for which its class is not
 * needed: an {@link ApplicationFailure} with the error's qualified name and its fields.
 */
public interface SagaFence {

    /** The failure type of a request that comes after its undo. It is not retried, and no definition declares it. */
    String AFTER_UNDO = "dev.skald.AfterUndo";

    /**
     * Does something for a saga, unless it was done before: then the earlier answer, or refusal, is given again.
     *
     * @param call the call that is being answered, which is to do a step
     * @param answer the class of the answer
     * @param work does it, all or nothing, and answers; the answer must not be null
     * @param <T> the answer
     * @return the answer, as it was kept
     * @throws DeclaredError if the work has just thrown it
     * @throws ApplicationFailure not to be retried: an earlier attempt was refused, then it has the refusal's type and
     *     fields; or the step was undone, then it is of type {@link #AFTER_UNDO}
     * @throws IllegalArgumentException if the call is to undo a step
     */
    <T> T once(SagaCall call, Class<T> answer, Supplier<? extends T> work);

    /**
     * Does something with an answer of a generic type, as {@link #once(SagaCall, Class, Supplier)} does.
     *
     * @param call the call that is being answered, which is to do a step
     * @param answer the type of the answer
     * @param work does it, all or nothing, and answers; the answer must not be null
     * @param <T> the answer
     * @return the answer, as it was kept
     * @throws DeclaredError if the work has just thrown it
     * @throws ApplicationFailure not to be retried: an earlier attempt was refused, then it has the refusal's type and
     *     fields; or the step was undone, then it is of type {@link #AFTER_UNDO}
     * @throws IllegalArgumentException if the call is to undo a step
     */
    <T> T once(SagaCall call, ResultType<T> answer, Supplier<? extends T> work);

    /**
     * Does something that has no answer, as {@link #once(SagaCall, Class, Supplier)} does.
     *
     * @param call the call that is being answered, which is to do a step
     * @param work does it, all or nothing
     * @throws DeclaredError if the work has just thrown it
     * @throws ApplicationFailure not to be retried: an earlier attempt was refused, then it has the refusal's type and
     *     fields; or the step was undone, then it is of type {@link #AFTER_UNDO}
     * @throws IllegalArgumentException if the call is to undo a step
     */
    void once(SagaCall call, Runnable work);

    /**
     * Takes something back for a saga, unless that was done before. From then on the step's request is refused, whether
     * it was answered before or not. Where there is nothing to take back, because the request never came or was
     * refused, that is all.
     *
     * @param call the call that is being answered, which is to undo a step
     * @param work takes it back, all or nothing; runs only where the request was done. What it throws is passed on, and
     *     the step is then not undone
     * @throws IllegalArgumentException if the call is to do a step
     */
    void undo(SagaCall call, Runnable work);
}
