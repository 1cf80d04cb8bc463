package dafu.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a record component as a key that editors write. The English key is the component's name in kebab case, the
 * type follows from the component's; everything that speaks of keys (parsing, hints, tables, schema) reads it here.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
    /** The Chinese names, the first of them the usual one. */
    String[] zh();

    /** What the key means, for editors, in Chinese. */
    String about();

    /** The same in English. */
    String aboutEn();

    boolean required() default false;
}
