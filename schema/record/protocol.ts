/**
 * Version of what a client may ask for. A client built for another version would be misunderstood, so it is
 * told to reload. One line for each number:
 *
 * 1. Opening, seating, meetings; tabling, revising, withdrawing, co-sponsoring or declining to; positions and comments;
 *    rulings, the chair's pen, alternatives, statuses and revisions.
 * 2. What an imported text says; conditions on positions and withdrawals; asking again; packages; "no text".
 * 3. Prose without a number; numbers that a text brings with it.
 */
export const PROTOCOL_VERSION = 3
