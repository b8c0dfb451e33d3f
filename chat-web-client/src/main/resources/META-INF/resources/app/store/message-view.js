import { timeLabel } from '../text/dates.js';
import { oneLine } from '../text/graphemes.js';
import { t } from '../i18n/t.js';
import { quoted } from './quotes.js';
import { sealOf } from './seal.js';
import { problemText, sealWord } from './words.js';

/**
 * One message as it is shown.
 *
 * @typedef {import('./state.js').Conversation} Conversation
 * @typedef {import('./state.js').Held} Held
 * @typedef {import('./state.js').Message} Message
 * @typedef {import('./state.js').Pending} Pending
 * @typedef {import('./types.js').MessageView} MessageView
 * @typedef {import('./types.js').QuoteView} QuoteView
 * @typedef {import('./types.js').ReactionView} ReactionView
 * @typedef {import('../text/dates.js').Place} Place
 * @typedef {import('./keep.js').Keeper} Keeper
 *
 * @typedef {{ source: Message | Pending, own: boolean, at: number }} Line
 * @typedef {{ last: Line | undefined, lastRead: Line | undefined }} Ends of the own messages
 */

/** Trying again cannot help: the text itself is refused. */
const NEEDS_EDIT = new Set(['validation-failed', 'payload-too-large', 'client-message-id-reused']);
const QUOTE_GRAPHEMES = 120;

/** @param {Line} line */
export const seqOf = ({ source }) => ('seq' in source ? source.seq : null);

/** Stable from the moment of sending on, so that a row is never made anew. @param {Line} line */
const keyOf = ({ source, own }) =>
  own && source.clientMessageId ? `m-${source.clientMessageId}` : `s-${/** @type {Message} */ (source).seq}`;

/** @param {Line} line */
const isDeleted = ({ source }) => 'deletedAt' in source && source.deletedAt !== undefined;

/** @param {Line[]} all @param {Conversation} head @returns {Ends} */
export function ownEnds(all, head) {
  const own = all.filter(line => line.own && !isDeleted(line));
  return { last: own.at(-1), lastRead: own.filter(line => sealOf(line.source, head.peerReceipts) === 'read').at(-1) };
}

/** @param {Pick<Message, 'deletedAt' | 'text'> & { kind?: string }} source @returns {Pick<MessageView, 'kind' | 'text'>} */
function content({ deletedAt, kind, text }) {
  if (deletedAt) return { kind: 'deleted', text: t('message.deleted') };
  if (kind !== undefined && kind !== 'text') return { kind: 'unsupported', text: text ?? t('message.unsupported') };
  return { kind: 'text', text: text ?? '' };
}

/** @param {Held} held @param {string} userId @param {string} name of the other one */
const authorOf = ({ head }, userId, name) => (userId === head.peer.id ? name : t('message.you'));

/**
 * @param {Held} held
 * @param {number | undefined} seq
 * @param {string} name of the other one
 * @returns {QuoteView | null}
 */
export function quoteView(held, seq, name) {
  if (seq === undefined) return null;
  const message = quoted(held, seq);
  if (!message) return { seq, author: '', text: t(message === null ? 'message.gone' : 'message.loading') };
  return { seq, author: authorOf(held, message.senderId, name), text: oneLine(content(message).text, QUOTE_GRAPHEMES) };
}

/**
 * @param {Held} held
 * @param {Message | Pending} source
 * @param {string} name of the other one
 * @returns {ReadonlyArray<ReactionView>}
 */
function reactionViews(held, source, name) {
  const reactions = ('reactions' in source && source.reactions) || [];
  return reactions.map(({ emoji, userIds }) => {
    const mine = userIds.some(id => id !== held.head.peer.id);
    const who = userIds.map(id => authorOf(held, id, name)).join(', ');
    return { emoji, count: userIds.length, mine, label: t('message.reaction', { emoji, count: userIds.length, who }) };
  });
}

/**
 * @param {Line} line
 * @param {import('./chat-view.js').Sheet} sheet
 * @param {Ends} ends
 * @param {Keeper} keeper
 * @returns {MessageView} as if it stood alone
 */
export function messageView(line, { held, person, place }, ends, keeper) {
  const { source, own } = line;
  const { peerReceipts } = held.head;
  const seal = own && !isDeleted(line) ? sealOf(source, peerReceipts) : null;
  const readAt = line === ends.lastRead && peerReceipts?.readAt ? Date.parse(peerReceipts.readAt) : null;
  const word = seal ? sealWord(seal, readAt, place) : '';
  const last = line === ends.last;
  const quote = source.replyTo === undefined ? null : keeper.keep(`quote ${keyOf(line)}`, quoteView(held, source.replyTo, person.name));
  return keeper.of(source, [seal, word, last, person.name, place, quote], () =>
    written(line, {
      seal,
      sealWord: word,
      showSealWord: last,
      author: authorOf(held, own ? '' : held.head.peer.id, person.name),
      place,
      quote,
      reactions: reactionViews(held, source, person.name),
    }),
  );
}

/**
 * @param {Line} line
 * @param {Pick<MessageView, 'seal' | 'sealWord' | 'showSealWord' | 'quote' | 'reactions'> & { author: string, place: Place }} context
 * @returns {MessageView}
 */
function written(line, { author, place, ...context }) {
  const { source, own, at } = line;
  const { quote, reactions, seal, sealWord: word } = context;
  const shown = content(source);
  const time = timeLabel(at, place);
  const edited = 'editedAt' in source && source.editedAt !== undefined;
  const problem = 'problem' in source ? source.problem : null;
  const label = [
    t('message.label', { author, text: shown.text, time }),
    ...(quote ? [t('message.inReply', { author: quote.author, text: quote.text })] : []),
    ...(edited ? [t('message.edited')] : []),
    ...(word ? [word] : []),
    ...reactions.map(reaction => reaction.label),
  ].join(', ');
  return {
    key: keyOf(line),
    seq: seqOf(line),
    own,
    ...shown,
    ...context,
    edited,
    time,
    dateTime: new Date(at).toISOString(),
    position: 'only',
    showTime: true,
    showSeal: seal !== null,
    failure: problem ? { reason: problemText(problem), canRetry: !NEEDS_EDIT.has(problem.code) } : null,
    clientMessageId: (own && source.clientMessageId) || '',
    label,
  };
}
