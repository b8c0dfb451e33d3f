/** What REST promises, seen from outside: one server on a random port, with use cases that are mocked. */
@NullMarked
package io.chatty.adapter.web;

import org.jspecify.annotations.NullMarked;
