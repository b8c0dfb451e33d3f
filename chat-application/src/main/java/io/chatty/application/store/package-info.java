/** What an operator does with a store as a whole. */
@NullMarked
package io.chatty.application.store;

import org.jspecify.annotations.NullMarked;
