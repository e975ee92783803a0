/** A sentence of the interface: its id for translators and its English, in ICU message syntax. */
export interface Message {
  readonly id: string
  readonly defaultMessage: string
}

/**
 * Names the sentences of one part of the interface: `area('home', { title: 'Texts' })` gives `home.title`.
 * English travels with the part that says it, so a lazily loaded screen brings its own words;
 * another language is one table from id to sentence.
 */
export function area<T extends Readonly<Record<string, string>>>(
  name: string,
  sentences: T,
): { readonly [K in keyof T]: Message } {
  return Object.fromEntries(
    Object.entries(sentences).map(([key, sentence]) => [
      key,
      { id: `${name}.${key}`, defaultMessage: sentence },
    ]),
  ) as { [K in keyof T]: Message }
}
