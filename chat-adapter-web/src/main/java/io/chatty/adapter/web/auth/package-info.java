/**
 * Accounts and sessions over REST: register, sign in, sign out.
 */
@NullMarked
package io.chatty.adapter.web.auth;

import org.jspecify.annotations.NullMarked;
