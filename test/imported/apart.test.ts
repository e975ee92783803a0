import { describe, expect, test } from 'vitest'
import { reading, written } from './reading.ts'

const read = (...lines: string[]) => reading(written(...lines))

describe('what stands apart from the brackets', () => {
  test('[IM8] a withdrawal at the end of a paragraph is of what is asked in it, and another’s hangs on it', () => {
    const { said } = read(
      'OP1. shall [CL: fully] act [EU: at once]; (CL: would withdraw if OP1 bis is retained, in which case EU also withdraws)',
      '[JP: OP1 bis. Lakes.]',
    )
    expect(said).toEqual([
      '– comment {"on":{"paragraph":"p1"},"text":"CL: would withdraw if OP1 bis is retained, in which case EU also withdraws"}',
      'CL undertake {"proposal":2,"condition":"if OP1 bis is retained","when":{"proposal":4,"becomes":"accepted"}}',
      'EU undertake {"proposal":3,"condition":"if OP1 bis is retained","when":{"proposal":2,"becomes":"withdrawn"}}',
    ])
  })

  test.each(['Option 2: No text (NO, JP)', 'Option 2: No text – NO, JP', 'Option 2: [No text – NO, JP]'])(
    '[IM7] who wants no text is against the other options: %s',
    (line) => {
      const { said, printed } = read('OP1. One.', 'Option 1: Two.', line)
      expect(printed.split('\n')).toEqual(['OP1. One.', '[OP1 bis. Two.]'])
      expect(said).toEqual(
        ['NO', 'JP'].map(
          (code) =>
            `${code} position {"on":{"proposal":2,"version":1},"stance":"noText","reason":"","condition":""}`,
        ),
      )
    },
  )

  test('[IM9] the note of an exported compilation is a status, with whom it waits for', () => {
    const status = (note: string) =>
      read(`OP1. States report. ${note}`).said.map((line) => line.replace('– ', ''))
    expect(status('{agreed in informals, pending EU, NO}')).toEqual([
      'status {"paragraph":"p1","status":"informals","pending":["EU","NO"],"reason":"agreed in informals, pending EU, NO"}',
    ])
    expect(status('{agreed ad referendum}')).toEqual([
      'status {"paragraph":"p1","status":"adReferendum","pending":[],"reason":"agreed ad referendum"}',
    ])
    expect(status('{in a package}')).toEqual([
      'status {"paragraph":"p1","status":"package","pending":[],"reason":"in a package"}',
    ])
    expect(status('{agreed language of the last session}')).toEqual([
      'comment {"on":{"paragraph":"p1"},"text":"agreed language of the last session"}',
    ])
  })

  test('[IM10] what may be a name is listed, and is one when a person says whose', () => {
    const lines = written('OP1. States [that depend on it – Coastal Forum] report.')
    expect(reading(lines).understood.names).toEqual([{ text: 'Coastal Forum', code: null, count: 1 }])
    const matched = reading(lines, { brackets: {}, names: { 'Coastal Forum': 'CH' } })
    expect(matched.printed).toBe('OP1. States [CH: that depend on it] report.')
  })
})
