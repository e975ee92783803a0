/**
 * Version of what a client may ask for. A client built for another version would be misunderstood, so it is
 * told to reload. One line for each number:
 *
 * 1. Opening, seating, meetings; tabling, revising, withdrawing, co-sponsoring or declining to; positions and comments;
 *    rulings, the chair's pen, alternatives, statuses and revisions.
 */
export const PROTOCOL_VERSION = 1
