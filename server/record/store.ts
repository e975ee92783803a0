import type { Act } from '../../schema/record/act.ts'

/** An act with the JSON that is kept of it and sent to clients, written once. */
export interface StoredAct {
  readonly act: Act
  readonly json: string
}

/** A text as it is listed; its words and its parties are in its first act. */
export interface TextEntry {
  readonly id: string
  readonly negotiation: string
  readonly title: string
  readonly symbol: string
  readonly createdAt: string
}

/** Number and hash of the last act of a text; 0 and 64 zeros before the first. */
export interface Head {
  readonly n: number
  readonly hash: string
}

/** What can be read of the acts kept. Acts come in order of their number. */
export interface ActReader {
  head(text: string): Promise<Head | null>
  /** JSON of the acts numbered above `n`: all, or at most `limit` of them. */
  after(text: string, n: number, limit?: number): Promise<string[]>
  byKey(text: string, key: string): Promise<Act | null>
  /** Ids of the texts of a negotiation, oldest first. */
  texts(negotiation: string): Promise<TextEntry[]>
  entry(text: string): Promise<TextEntry | null>
}

/** What can be done within one transaction. */
export interface ActWriter extends ActReader {
  begin(entry: TextEntry): Promise<void>
  /** Adds acts of one text, in order of number. Throws `LostRace` when a number or key is taken in that text. */
  put(stored: readonly StoredAct[]): Promise<void>
}

/** Where acts are kept: all or nothing of a transaction, on disk when `transact` returns. */
export interface ActStore extends ActReader {
  /**
   * Runs `work` in one transaction and gives its result. Whatever it throws undoes all it did;
   * `LostRace` says that another writer was faster and the work may be done again on the newer state.
   */
  transact<T>(work: (writer: ActWriter) => Promise<T>): Promise<T>
}

/** Another writer took the number or the key first. */
export class LostRace extends Error {
  override readonly name = 'LostRace'
}
