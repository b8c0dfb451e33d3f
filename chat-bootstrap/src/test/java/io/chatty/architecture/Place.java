package io.chatty.architecture;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a bad sample pretends to stand, so that the samples of a group share one file. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Place {

    /** The package below {@code io.chatty}. */
    String value();
}
