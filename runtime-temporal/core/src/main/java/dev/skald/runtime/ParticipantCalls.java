package dev.skald.runtime;

/**
 * How generated stubs ask participants: each call goes out as one activity with one request object. A call is made only
 * from within a step of a {@link SagaRun}, which knows what the call is for.
 */
public interface ParticipantCalls {

    /**
     * Asks for a result.
     *
     * @param activityType the activity's name, such as {@code billing.authorize}
     * @param result the class of the result
     * @param request the request, one JSON object on the wire
     * @param <R> the result
     * @return what the participant answered
     * @throws IllegalStateException outside of a step
     */
    <R> R call(String activityType, Class<R> result, Object request);

    /**
     * Asks for a result of a generic type.
     *
     * @param activityType the activity's name
     * @param result the type of the result
     * @param request the request, one JSON object on the wire
     * @param <R> the result
     * @return what the participant answered
     * @throws IllegalStateException outside of a step
     */
    <R> R call(String activityType, ResultType<R> result, Object request);

    /**
     * Asks for something to be done.
     *
     * @param activityType the activity's name
     * @param request the request, one JSON object on the wire
     * @throws IllegalStateException outside of a step
     */
    void run(String activityType, Object request);
}
