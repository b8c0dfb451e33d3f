/** Keeps users and answers the directory. */
@NullMarked
package io.chatty.adapter.mongo.user;

import org.jspecify.annotations.NullMarked;
