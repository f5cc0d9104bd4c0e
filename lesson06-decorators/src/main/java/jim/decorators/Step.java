package jim.decorators;

/** What is done in place of one method of a decorated object. For any thread. */
interface Step {
    /** Answers the call, or throws what the method may throw. */
    Object take(Object[] arguments) throws Throwable;
}
