/** Talking: sending, receipts and typing come in; what happens in one's conversations goes out. */
@NullMarked
package io.chatty.adapter.stomp.conversation;

import org.jspecify.annotations.NullMarked;
