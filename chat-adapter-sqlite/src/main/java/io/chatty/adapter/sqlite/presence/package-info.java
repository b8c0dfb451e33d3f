/** Keeps when people were last there. */
@NullMarked
package io.chatty.adapter.sqlite.presence;

import org.jspecify.annotations.NullMarked;
