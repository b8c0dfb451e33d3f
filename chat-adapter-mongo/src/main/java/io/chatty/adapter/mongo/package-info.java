/**
 * The production store: a MongoDB replica set. {@link io.chatty.adapter.mongo.MongoStoreConfiguration} is all a program has
 * to import; the implementations of the ports are found below it.
 *
 * <p><b>Collections.</b>
 *
 * <ul>
 *   <li>{@code users}, by id; {@code emailFolded} is unique, {@code nameFolded} orders the directory, {@code nameTails}
 *       finds in it.
 *   <li>{@code sessions}, by id; {@code tokenHash} is unique.
 *   <li>{@code messages}, by conversation and {@code seq}; unique are also conversation and each number of {@code revs},
 *       which holds every number the message ever had, and conversation, sender and client message id. The messages are
 *       the truth of the numbers: no other document holds a copy, and a node that does not know them, or is told by an
 *       index that it is wrong, takes them from there. A message carries how many its sender had written by then, so that
 *       an unread count is a subtraction of two documents, less the deleted ones between, which {@code tombstone} finds. A
 *       change overwrites what was said; for each it adds a number to {@code revs} and one of its own to {@code changeIds},
 *       by which it is found again if its outcome was lost.
 *   <li>{@code conversations}, one for a pair with a message, by the derived id: its people and {@code activeAt}, a time not
 *       more than thirty seconds before its last message and not more than sixty after it, by which lists are read.
 *   <li>{@code members}, by conversation and person: marks, settings, that the person opened the conversation before its
 *       first message, and {@code touchedAt}, the time of the last thing that shows to the person and is not a new message.
 *       By it and by {@code activeAt} is found what happened since a time. {@code archived} stays when a message has ended
 *       it: whether it has is decided by the numbers.
 *   <li>{@code lastSeen}, by person. {@code store}: schema, epoch and cursor key; one document.
 * </ul>
 *
 * <p><b>Writing</b> waits for the journals of a majority, <b>reading</b> asks the primary for what a majority has
 * acknowledged, whatever the connection string says ({@link io.chatty.adapter.mongo.MongoStore}). What is unique is decided
 * by an index and never by a look before. <b>Gathered</b> in memory and written once a second are marks and last presence
 * ({@link io.chatty.adapter.mongo.WriteBehind}). Several nodes may use one database.
 */
@NullMarked
package io.chatty.adapter.mongo;

import org.jspecify.annotations.NullMarked;
