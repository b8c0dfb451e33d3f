/**
 * What an operator does with a store as a whole: looking whether every promise is kept in it, and telling it that it was
 * restored from a copy, so that people's devices begin again.
 */
@NullMarked
package io.chatty.application.store;

import org.jspecify.annotations.NullMarked;
