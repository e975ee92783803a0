/**
 * How words came to the record: typed by their delegation, said from the floor, sent by letter, or as recorded
 * in the imported text that was opened.
 */
export const channels = ['typed', 'floor', 'letter', 'imported'] as const
export type Channel = (typeof channels)[number]
