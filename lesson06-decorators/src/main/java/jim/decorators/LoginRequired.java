package jim.decorators;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@link LoginRequiredProxy} refuses the call while its {@link Caller} has not logged in. The method takes a caller and
 * declares {@link jim.protocol.JimFault}. It stands on a method of the interface or of the class that implements it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LoginRequired {}
