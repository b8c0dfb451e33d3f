/**
 * What is asked: bodies and queries, read so that everything that is wrong with them is told at once; and the JSON that is
 * answered.
 */
@NullMarked
package io.chatty.adapter.web.request;

import org.jspecify.annotations.NullMarked;
