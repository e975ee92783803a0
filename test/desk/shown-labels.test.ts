import { expect, test } from 'vitest'
import { shownLabels } from '../../client/desk/importing/shown-labels.ts'
import { reviewOf, writtenOf } from '../../client/desk/importing/reviewed.ts'
import { isRefusal } from '../../schema/refusal.ts'
import { readImport } from '../../server/imports/read.ts'

function imported(text: string) {
  const preview = readImport('text.txt', new TextEncoder().encode(text))
  if (isRefusal(preview)) throw new Error(JSON.stringify(preview))
  return reviewOf(preview)
}

test('an excerpt keeps the numbers it came with, and counts on where one is taken away', () => {
  const excerpt = imported('17. Decides to meet;\n18. Requests a report;\n19. Thanks everybody.')
  expect(shownLabels(excerpt)).toEqual(['OP17', 'OP18', 'OP19'])
  const { paragraphs } = excerpt
  const [first, second, third] = paragraphs.map(({ id }) => id) as [string, string, string]
  expect(shownLabels({ paragraphs, labels: { [first]: '4' } })).toEqual(['OP4', 'OP5', 'OP6'])
  expect(shownLabels({ paragraphs, labels: { [second]: '9', [third]: '10' } })).toEqual([
    'OP1',
    'OP9',
    'OP10',
  ])
})

test('a paragraph in brackets is called what the text calls it until it is understood', () => {
  const rolling = imported('OP1. Decides [to meet];\nOP1 alt. Agrees to meet;\nOP2. Requests a report.')
  expect(shownLabels(rolling)).toEqual(['OP1', 'OP1 alt', 'OP2'])
})

test('prose that is said to have no number has none, whatever stood before it', () => {
  const { paragraphs, labels } = imported('1. Decides to meet;\n2. Requests a report;\n3. Thanks everybody.')
  const second = paragraphs.map((one, i) => (i === 1 ? { ...one, kind: 'plain' as const } : one))
  expect(writtenOf({ paragraphs: second, labels }).map(({ label }) => label)).toEqual(['1', null, '3'])
  expect(shownLabels({ paragraphs: second, labels })).toEqual(['OP1', '', 'OP3'])
})
