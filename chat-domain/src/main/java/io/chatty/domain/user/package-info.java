/**
 * Who people are: a user with an e-mail that only he sees, a name that everybody sees, and his preferences; and the
 * directory in which others find him. Everything that is public about a person is a {@link
 * io.chatty.domain.user.Person}. The package knows no other feature.
 */
@NullMarked
package io.chatty.domain.user;

import org.jspecify.annotations.NullMarked;
