/** Keeps conversations, their messages, and how far each person has come in them. */
@NullMarked
package io.chatty.adapter.sqlite.conversation;

import org.jspecify.annotations.NullMarked;
