/**
 * What two people say to each other. There is exactly one conversation for a pair, and its id follows from the two. Its
 * messages are numbered {@code seq} = 1, 2, 3 ... and its changes {@code rev} = 1, 2, 3 ..., both without gaps; a number
 * once given is never given again. Times are decoration, numbers are the order. How far each of the two has come is told
 * by {@link io.chatty.domain.conversation.Marks}; unread counts and ticks are derived from them.
 */
@NullMarked
package io.chatty.domain.conversation;

import org.jspecify.annotations.NullMarked;
