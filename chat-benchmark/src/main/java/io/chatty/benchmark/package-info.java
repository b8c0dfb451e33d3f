/**
 * What Chatty costs. The load run starts the packaged application on a store, lets a hundred people talk in pairs through
 * the client of the conformance stories, and reads what the operating system charges the application and the store for it.
 * The scale run compares what reading takes of long and of short conversations and lists.
 */
@NullMarked
package io.chatty.benchmark;

import org.jspecify.annotations.NullMarked;
