/**
 * Talking: open a conversation, send, edit, delete, react, read what was said and what changed, list conversations and set
 * them up, tell how far one has come, show that one is typing, learn what happened.
 * {@link io.chatty.application.conversation.SendMessageUseCase} is the heart of it.
 */
@NullMarked
package io.chatty.application.conversation;

import org.jspecify.annotations.NullMarked;
