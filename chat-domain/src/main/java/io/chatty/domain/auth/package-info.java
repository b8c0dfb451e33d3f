/**
 * How people prove who they are: a password when they sign in, an opaque token of a session from then on. A session
 * slides with its use and ends by time or by its owner's will. Only hashes of passwords and tokens are ever stored.
 */
@NullMarked
package io.chatty.domain.auth;

import org.jspecify.annotations.NullMarked;
