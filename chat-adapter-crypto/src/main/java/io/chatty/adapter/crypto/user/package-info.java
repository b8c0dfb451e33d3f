/** Ids of users. */
@NullMarked
package io.chatty.adapter.crypto.user;

import org.jspecify.annotations.NullMarked;
