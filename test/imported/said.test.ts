import { describe, expect, test } from 'vitest'
import { reading, written } from './reading.ts'

const said = (...lines: string[]): readonly string[] => reading(written(...lines)).said

describe('what is said', () => {
  test('[IM8] behind a dash and in parentheses is a position on the words', () => {
    expect(said('OP1. [extreme - US; G77 delete] heat')).toEqual([
      'G77 position {"on":{"proposal":2,"version":1},"stance":"opposes","reason":"","condition":""}',
    ])
    expect(said('OP1. region[ally](CL)(EU: retain; JP: can live with)')).toEqual([
      'EU position {"on":{"proposal":2,"version":1},"stance":"supports","reason":"","condition":""}',
      'JP position {"on":{"proposal":2,"version":1},"stance":"canLiveWith","reason":"","condition":""}',
    ])
    expect(said('OP1. [shall – NO: retain][EU: should – US: reserve; BR: reflect]')).toEqual([
      'NO position {"on":{"proposal":2,"version":1},"stance":"retain","reason":"","condition":""}',
      'US position {"on":{"proposal":2,"version":1},"stance":"reserves","reason":"","condition":""}',
      'BR position {"on":{"proposal":2,"version":1},"stance":"reserves","reason":"under reflection","condition":""}',
    ])
  })

  test('[IM8] in a bracket of its own is a position on the bracket before it, a space between or none', () => {
    expect(said('OP1. We note [EU: soon][US: delete] that [NO: many] [CH: can live with] rest.')).toEqual([
      'US position {"on":{"proposal":2,"version":1},"stance":"opposes","reason":"","condition":""}',
      'CH position {"on":{"proposal":3,"version":1},"stance":"canLiveWith","reason":"","condition":""}',
    ])
    const struck = reading(written('OP1. the [old] [US, JP: delete] [and new] (EU) [BR: retain] ways'))
    expect([struck.base, struck.printed]).toEqual([
      'the old ways',
      'OP1. the [old – US, JP: delete] [EU: and new] ways',
    ])
    expect(struck.said).toEqual([
      'BR position {"on":{"proposal":4,"version":1},"stance":"supports","reason":"","condition":""}',
    ])
  })

  test('[IM7] no text beside a wording asks to strike it, and options are of those they name', () => {
    const none = reading(
      written('OP1. States [shall][EU: no text] act [soon][No text] and [rest][no text – US].'),
    )
    expect([none.base, none.printed]).toEqual([
      'States shall act soon and rest.',
      'OP1. States [shall – EU: delete] act [soon] and [rest – US: delete].',
    ])
    const options = reading(written('Terms', 'Option 1 (EU): States act.', 'Option 2 (US): States rest.'))
    expect([...options.state.proposals.values()].map(({ sponsors }) => sponsors)).toEqual([['EU'], ['US']])
  })

  test('[IM8] behind the words of a paragraph is a position on it, or on the bracket it ends with', () => {
    expect(said('OP1. States rest; EU: retain', 'OP2. They [meet]; US: can live with')).toEqual([
      'US position {"on":{"proposal":2,"version":1},"stance":"canLiveWith","reason":"","condition":""}',
      'EU position {"on":{"paragraph":"p1"},"stance":"retain","reason":"","condition":""}',
    ])
    const struck = reading(
      written('OP1. States rest. US, JP: delete', 'OP2. They meet – agreed ad referendum'),
    )
    expect(struck.printed).toBe('[OP1. States rest. – US, JP: delete]\nOP2. They meet')
    expect(struck.said).toEqual([
      '– status {"paragraph":"p2","status":"adReferendum","pending":[],"reason":"agreed ad referendum"}',
    ])
  })

  test('[IM8] in a footnote with a reservation is a position of those who begin it, and its words stay', () => {
    const { said, base, printed } = reading(
      written('OP1. Words.', '¹ [The US wishes its reservation to be recorded.]', '² [Some reserve theirs.]'),
    )
    expect(said).toEqual([
      'US position {"on":{"paragraph":"p1"},"stance":"reserves","reason":"","condition":""}',
    ])
    expect(base).toContain('The US wishes its reservation to be recorded.')
    expect(printed).toContain('[The US wishes its reservation to be recorded.]')
  })

  test('[IM8] on a line of its own is a position on the paragraph before', () => {
    expect(said('OP1. Words of a paragraph.', 'EU: reserve')).toEqual([
      'EU position {"on":{"paragraph":"p1"},"stance":"reserves","reason":"","condition":""}',
    ])
  })

  test('[IM8] a withdrawal hangs on what its condition names, and another’s on it', () => {
    const lines = [
      'OP1. water [supplied](CL) [and lakes] (EU) (EU: would withdraw if OP1 bis is retained, in which case CL also withdraws its addition)(BR: no change in position)',
      '[JP: OP1 bis. Lakes.]',
    ]
    expect(said(...lines)).toEqual([
      'EU undertake {"proposal":3,"condition":"if OP1 bis is retained","when":{"proposal":4,"becomes":"accepted"}}',
      'CL undertake {"proposal":2,"condition":"if OP1 bis is retained","when":{"proposal":3,"becomes":"withdrawn"}}',
      'BR comment {"on":{"proposal":3,"version":1},"text":"No change in position"}',
      '– comment {"on":{"proposal":3,"version":1},"text":"EU: would withdraw if OP1 bis is retained, in which case CL also withdraws its addition"}',
    ])
  })

  test('[IM9] beyond positions is a remark, in the words of the text', () => {
    expect(said('OP1. to meet [soon – EU; US: why now; CH: no] in peace (NO: “at ease”)')).toEqual([
      'CH position {"on":{"proposal":2,"version":1},"stance":"opposes","reason":"","condition":""}',
      '– comment {"on":{"proposal":2,"version":1},"text":"US: why now"}',
      '– comment {"on":{"paragraph":"p1"},"text":"NO: “at ease”"}',
    ])
  })

  test('[IM9] of a paragraph is its status, or a remark while brackets are open', () => {
    expect(
      said('OP1. One. [Agreed ad ref]', 'OP2. [Two] (Agreed, placement tbd)', '{awaiting capital}'),
    ).toEqual([
      '– comment {"on":{"paragraph":"p2"},"text":"awaiting capital"}',
      '– status {"paragraph":"p1","status":"adReferendum","pending":[],"reason":"Agreed ad ref"}',
      '– comment {"on":{"paragraph":"p2"},"text":"Agreed, placement tbd"}',
    ])
    expect(reading(written('OP1. [Two] [Agreed]')).understood.kept).toEqual([
      { finding: 'p1:6', why: 'brackets-open' },
    ])
  })

  test('[IM7] of options is that they are rivals; of either of two additions too', () => {
    expect(said('OP1. One.', 'Option 1: Two.', 'Option 2: Three.')).toEqual(['– rivals {"proposals":[2,3]}'])
    expect(said('OP1. a [EU: x][US: y] b')).toEqual(['– rivals {"proposals":[2,3]}'])
  })

  test('[IM7] of an option without text in nobody’s name is a remark, and is listed', () => {
    const { understood, said } = reading(written('OP1. One.', 'Option 1: Two.', 'Option 2: No text'))
    expect(said).toEqual(['– comment {"on":{"proposal":2,"version":1},"text":"Option 2: No text"}'])
    expect(understood.kept.map(({ why }) => why)).toEqual(['no-words'])
  })

  test('[IM7] of an option without text is a position of those who ask for none', () => {
    const { understood, said } = reading(
      written('OP1. One.', 'Option 1: Two.', 'Option 2: No text (US, XYZ)'),
    )
    expect(said.filter((one) => one.includes('noText'))).toEqual([])
    expect(understood.names).toEqual([])
    const known = reading(written('OP1. One.', 'Option 1: Two.', 'Option 2: No text (US, JP)'))
    expect(known.said).toEqual(
      ['US', 'JP'].map(
        (code) =>
          `${code} position {"on":{"proposal":2,"version":1},"stance":"noText","reason":"","condition":""}`,
      ),
    )
    expect(known.understood.names.map(({ text }) => text)).toEqual(['US', 'JP'])
  })

  test('[IM8] of withdrawals by those who ask for nothing there is one remark, and is listed once', () => {
    const { understood, said } = reading(
      written(
        'OP1. Lakes (G77 with supports of CH: would withdraw its words if OP2 is kept)(EU: no change in position)',
      ),
    )
    expect(said).toEqual([
      '– comment {"on":{"paragraph":"p1"},"text":"G77 with supports of CH: would withdraw its words if OP2 is kept"}',
      'EU comment {"on":{"paragraph":"p1"},"text":"No change in position"}',
    ])
    expect(understood.kept).toEqual([{ finding: 'p1:6', why: 'not-sponsor' }])
  })

  test('[IM12] of no words is said of the paragraph', () => {
    expect(reading(written('OP1. One. [EU: reserve]')).said).toEqual([
      'EU position {"on":{"paragraph":"p1"},"stance":"reserves","reason":"","condition":""}',
    ])
    expect(reading(written('OP1. One. [delete – EU]')).printed).toBe('[OP1. One. – EU: delete]')
  })

  test('[IM12] brackets around the same words, or too deep, are listed', () => {
    const twice = reading(written('OP1. a [[EU: b]] c'))
    expect([twice.printed, twice.understood.kept]).toEqual([
      'OP1. a [EU: b] c',
      [{ finding: 'p1:2', why: 'same-span' }],
    ])
    const deep = reading(written(`OP1. ${'[a '.repeat(45)}${']'.repeat(45)}`))
    expect(deep.refused).toEqual([])
    expect(new Set(deep.understood.kept.map(({ why }) => why))).toEqual(new Set(['too-deep']))
  })
})
