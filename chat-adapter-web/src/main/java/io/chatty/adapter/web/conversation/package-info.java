/**
 * Conversations over REST: open, list, set, read, send, change, say how far one has read, and ask what happened.
 */
@NullMarked
package io.chatty.adapter.web.conversation;

import org.jspecify.annotations.NullMarked;
