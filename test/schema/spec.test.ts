import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const root = new URL('../', import.meta.url)
const spec = readFileSync(new URL('../schema/SPEC.md', root), 'utf8')
const rules = [...spec.matchAll(/^- \*\*([A-Z]{2}\d+)\*\* (.*)$/gm)].map(([, id, sentence]) => ({
  id: id!,
  sentence: sentence!,
}))

/** Ids at the beginning of the titles in the tests: of a test, or of a case in a table. */
const used = new Set(
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') || name.endsWith('.tsx'))
    .map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), root), 'utf8'))
    .flatMap((source) => [...source.matchAll(/['"`]\[([A-Z]{2}\d+)\] /g)].map(([, id]) => id!)),
)

it('every rule of SPEC.md is held by a test, and every test names a rule that is there', () => {
  const ids = rules.map(({ id }) => id)
  expect(ids.filter((id) => !used.has(id))).toEqual([])
  expect([...used].filter((id) => !ids.includes(id))).toEqual([])
})

it('each rule has an id of its own and is one sentence', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  expect(rules.length).toBeGreaterThan(60)
  for (const { sentence } of rules) expect(sentence).toMatch(/^[^.]*(\.[^ ][^.]*)*\.$/)
})
