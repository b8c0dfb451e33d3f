/** Keeps sessions. */
@NullMarked
package io.chatty.adapter.sqlite.auth;

import org.jspecify.annotations.NullMarked;
