package io.speechtotext.throwaway.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test class gets, for a parameter of type {@code ThrowawayDatabase}, a database of its own: a
 * copy of the one that the template filled.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ThrowawayPostgresExtension.class)
public @interface FromTemplate {

  /** Fills the database that is copied. */
  Class<? extends DatabaseTemplate> value();
}
