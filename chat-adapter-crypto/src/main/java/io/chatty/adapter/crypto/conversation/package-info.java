/** Names of messages whose sender gave none. */
@NullMarked
package io.chatty.adapter.crypto.conversation;

import org.jspecify.annotations.NullMarked;
