/**
 * Conversations over REST: open, list, read, send, and say how far one has read.
 */
@NullMarked
package io.chatty.adapter.web.conversation;

import org.jspecify.annotations.NullMarked;
