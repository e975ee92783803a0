import type { ReactNode } from 'react'
import { useCallback } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Message } from './area.ts'

/** What a sentence is filled with. */
export type Facts = Readonly<Record<string, string | number>>
/** Says a message in the reader’s language, filled with facts. */
export type Sayer = (message: Message, facts?: Facts) => string

/** Gives the function that says a message in the reader's language. */
export function useSay(): Sayer {
  const { formatMessage } = useIntl()
  return useCallback((message, facts = {}) => String(formatMessage(message, { ...facts })), [formatMessage])
}

/** Draws what stands between a tag of the sentence and its end. */
type Wrapper = (words: ReactNode) => ReactNode

/** A message with elements in it: `<b>` and `<code>` in the sentence, or whole nodes as facts. */
export function Say({
  of,
  facts = {},
}: {
  of: Message
  facts?: Readonly<Record<string, ReactNode | Wrapper>>
}) {
  return <FormattedMessage {...of} values={{ ...tags, ...facts }} />
}

const tags = {
  b: (words: ReactNode) => <strong>{words}</strong>,
  code: (words: ReactNode) => (
    <code>
      <bdi>{words}</bdi>
    </code>
  ),
}
