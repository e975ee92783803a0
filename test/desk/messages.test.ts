import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import type { Message } from '../../client/lang/area.ts'

const files = import.meta.glob<Record<string, unknown>>('../../client/lang/en/*.ts', { eager: true })

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'defaultMessage' in value && 'id' in value

const messages = Object.entries(files).flatMap(([file, areas]) =>
  Object.values(areas)
    .filter((area) => typeof area === 'object' && area !== null)
    .flatMap((area) => Object.values(area as object))
    .filter(isMessage)
    .map((message) => ({ file, message })),
)

test('there are messages to look at', () => {
  expect(messages.length).toBeGreaterThan(200)
})

test('no two messages share an id', () => {
  const ids = messages.map(({ message }) => message.id)
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
})

test('every message can be said when its facts are given', () => {
  for (const { message } of messages) {
    const intl = createIntl({
      locale: 'en-GB',
      onError: (error) => {
        if (error.code !== 'MISSING_TRANSLATION')
          throw new Error(`${message.id}: ${error.message}`, { cause: error })
      },
    })
    expect(String(intl.formatMessage(message, factsFor(message)))).not.toBe('')
  }
})

/** A fact for every name in braces and a function for every tag. */
function factsFor({ defaultMessage }: Message): Record<string, number | ((words: unknown[]) => string)> {
  const names = [...defaultMessage.matchAll(/\{\s*(\w+)/g)].map(([, name]) => [name!, 2] as const)
  const tags = [...defaultMessage.matchAll(/<(\w+)>/g)].map(
    ([, tag]) => [tag!, (words: unknown[]) => words.join('')] as const,
  )
  return Object.fromEntries([...names, ...tags])
}

test('messages use the marks of print, and no emoji', () => {
  const wrong = messages
    .filter(({ message }) => /\p{Extended_Pictographic}|"|\.\.\.| - /u.test(message.defaultMessage))
    .map(({ message }) => `${message.id}: ${message.defaultMessage}`)
  expect(wrong).toEqual([])
})
