package jim.handlers;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Handles a command, or several: a method that fits the dispatcher's {@link Commands#shape}, or a class that implements
 * it. On a method, the mark may stand in an interface or in the class behind it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Handles {
    /** The commands as words; a dispatcher knows how to read them as its keys. */
    String[] value();
}
