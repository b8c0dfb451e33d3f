/**
 * Finding people: who I am, who there is, and what everybody may know about somebody.
 */
@NullMarked
package io.chatty.application.user;

import org.jspecify.annotations.NullMarked;
