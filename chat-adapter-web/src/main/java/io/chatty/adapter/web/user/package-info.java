/**
 * People over REST: who am I, the directory, one person.
 */
@NullMarked
package io.chatty.adapter.web.user;

import org.jspecify.annotations.NullMarked;
