/**
 * Coming in and going out: register, log in, be recognised by a token, log out.
 */
@NullMarked
package io.chatty.application.auth;

import org.jspecify.annotations.NullMarked;
