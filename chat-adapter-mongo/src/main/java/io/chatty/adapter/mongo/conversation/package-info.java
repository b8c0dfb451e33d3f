/** Keeps conversations, their messages, and how far each person has come in them. */
@NullMarked
package io.chatty.adapter.mongo.conversation;

import org.jspecify.annotations.NullMarked;
