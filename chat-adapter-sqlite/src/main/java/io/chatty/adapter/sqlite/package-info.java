/**
 * The embedded store: one SQLite file in the data folder, nothing to install. {@link
 * io.chatty.adapter.sqlite.SqliteStoreConfiguration} is all a program has to import; the implementations of the ports are
 * found below it.
 *
 * <p><b>Tables</b> ({@code schema} says it column by column): {@code users} and {@code name_tail}, the
 * directory's search; {@code session}; {@code last_seen}; {@code conversation}, one row for a pair; {@code member}, one
 * row for each person for whom it exists, with marks, settings and place in the list; {@code message} and {@code
 * reaction}; {@code store_identity}. The messages are the truth of the numbers: the last {@code seq} and {@code rev} of a
 * conversation are read from the index, no row holds a copy. A message carries how many its sender had written by then,
 * so that an unread count is a subtraction of two rows, whatever lies between, less the tombstones between, which have an
 * index of their own. A changed message takes the next {@code rev} in the row of the one before, of which nothing is left:
 * whoever changes last holds the highest number, so none is ever given again. When something last happened in a
 * conversation stands in its members' rows, as the time of the last message and that of everything else; these times never
 * go back, and whoever asks what happened since finds it by them.
 *
 * <p><b>Writing.</b> One connection, owned by one thread, does every write ({@link io.chatty.adapter.sqlite.SqliteWriter}).
 * What arrives during a commit is the next transaction, so the cost of the disk is shared by as many writes as came in
 * meanwhile; an acknowledged write has survived {@code fsync}. <b>Reading.</b> A small pool of connections that cannot
 * write ({@link io.chatty.adapter.sqlite.SqliteReader}); readers and the writer do not wait for each other. <b>Gathered</b>
 * in memory and written once a second are marks and last presence ({@link io.chatty.adapter.sqlite.WriteBehind}).
 *
 * <p>Only one process may open a data folder, which is what makes it sound to keep numbers and marks in memory.
 */
@NullMarked
package io.chatty.adapter.sqlite;

import org.jspecify.annotations.NullMarked;
