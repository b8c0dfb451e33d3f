/** Keeps users and answers the directory. */
@NullMarked
package io.chatty.adapter.sqlite.user;

import org.jspecify.annotations.NullMarked;
