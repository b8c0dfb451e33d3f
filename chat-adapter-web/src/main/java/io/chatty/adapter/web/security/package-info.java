/**
 * Who asks: nothing is open that is not listed, and a session is recognised by its token or its cookie.
 */
@NullMarked
package io.chatty.adapter.web.security;

import org.jspecify.annotations.NullMarked;
