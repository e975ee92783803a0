import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import type { Wanted } from './coverage.ts'
import { coverage, wanted } from './coverage.ts'
import { negotiation, timeoutMs } from './generate.ts'

vi.setConfig({ testTimeout: timeoutMs })

it('the generated negotiations contain whatever the laws speak of', () => {
  const counts = new Map<Wanted, number>()
  for (const it of fc.sample(negotiation, { numRuns: 300, seed: 1945 }))
    for (const what of coverage(it)) counts.set(what, (counts.get(what) ?? 0) + 1)
  console.log(wanted.map((what) => `${what} ${counts.get(what) ?? 0}`).join(', '))
  expect(wanted.filter((what) => (counts.get(what) ?? 0) < 3)).toEqual([])
})
