/** Passwords and what makes a session. */
@NullMarked
package io.chatty.adapter.crypto.auth;

import org.jspecify.annotations.NullMarked;
