import { expect, test } from 'vitest'
import { understoodText } from '../../server/cli/understood.ts'
import { written } from './reading.ts'

test('[NT26] who is named by more than a code may be is seated by the code', () => {
  const { parties, steps } = understoodText(
    written(
      'OP1. Each [State – Iran (Islamic Republic of)] [shall – United Republic of Tanzania: delete] meet.',
    ),
  )
  expect(parties.map(({ code }) => code)).toEqual(['IR', 'TZ'])
  expect(steps.map(({ for: party }) => party)).toEqual(['IR', 'TZ'])
})
