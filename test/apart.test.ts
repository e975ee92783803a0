import { expect, test } from 'vitest'
import { doApart } from '../server/apart.ts'

const end = (how: unknown) =>
  doApart(new URL('ends.ts', import.meta.url), how, { deadlineMs: 3_000, memoryMb: 64 })

test('a job that takes its process down, throws, never ends or cannot be sent takes nothing else along', async () => {
  expect(
    await Promise.all(['answers', 'dies', 'throws', 'hangs', () => 'no data'].map((how) => end(how))),
  ).toEqual([
    { result: { how: 'answers' } },
    { failed: 'too-much' },
    { failed: 'broken' },
    { failed: 'too-much' },
    { failed: 'broken' },
  ])
})
