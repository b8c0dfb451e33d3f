/** What an operator does with a store that no server has in use. */
@NullMarked
package io.chatty.application.store;

import org.jspecify.annotations.NullMarked;
