/** Tells connections of users who are other ones now. */
@NullMarked
package io.chatty.adapter.stomp.user;

import org.jspecify.annotations.NullMarked;
