/** Plays the stories of the contract against any server: {@code java -jar chat-conformance.jar <base-url> [story ...]}. */
@NullMarked
package io.chatty.conformance;

import org.jspecify.annotations.NullMarked;
