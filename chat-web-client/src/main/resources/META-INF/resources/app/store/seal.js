/**
 * The state of an own message follows from two watermarks, which only grow, so it never steps back.
 *
 * @param {import('./state.js').Message | import('./state.js').Pending} message
 * @param {import('./state.js').Receipts | undefined} receipts of the peer
 * @returns {import('./types.js').Seal}
 */
export function sealOf(message, receipts) {
  if (!('seq' in message)) return message.problem ? 'failed' : 'pending';
  if (message.seq <= (receipts?.readSeq ?? 0)) return 'read';
  return message.seq <= (receipts?.deliveredSeq ?? 0) ? 'delivered' : 'sent';
}
