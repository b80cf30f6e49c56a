package io.portico.promises;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which promises a test would break with; docs/reference/promises.md is made of it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Holds {
  Promise[] value();
}
