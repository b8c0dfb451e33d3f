/** Signing out reaches the connections that are open: those of the ended session are closed, the others are told. */
@NullMarked
package io.chatty.adapter.stomp.auth;

import org.jspecify.annotations.NullMarked;
