/**
 * Talking: open a conversation, send, read what was said, list conversations, tell how far one has come, show that one is
 * typing. {@link io.chatty.application.conversation.SendMessageUseCase} is the heart of it.
 */
@NullMarked
package io.chatty.application.conversation;

import org.jspecify.annotations.NullMarked;
