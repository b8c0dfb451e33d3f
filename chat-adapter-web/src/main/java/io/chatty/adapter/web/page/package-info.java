/**
 * Serves the page people chat in. Nothing is built for it: its modules and its two libraries are read from the class path
 * and served as they are, under addresses that change with their content, so that browsers keep them for ever and a new
 * version is seen at once.
 */
@NullMarked
package io.chatty.adapter.web.page;

import org.jspecify.annotations.NullMarked;
