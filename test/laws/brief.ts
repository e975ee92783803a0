import type { Change } from '../../schema/proposal/change.ts'
import type { Act } from '../../schema/record/act.ts'
import type { Runs } from '../../schema/text/token.ts'

/** An act on one line, with all that is needed to play it again by hand. */
export function brief({ n, by, for: party, deed }: Act): string {
  const who = party ?? by.role
  if (deed.type === 'open')
    return [
      `${n} opens`,
      ...deed.paragraphs.map(({ id, kind, level, content }) => `   ${id} ${kind} ${level} ${words(content)}`),
    ].join('\n')
  if (deed.type === 'table' || deed.type === 'amend')
    return `${n} ${who} ${deed.type}s ${deed.changes.map(briefChange).join(' & ')}`
  if (deed.type === 'revise')
    return `${n} ${who} revises ${deed.proposal}: ${deed.changes.map(briefChange).join(' & ')}`
  if (deed.type === 'rule') return `${n} ${deed.ruling} ${deed.proposal}.${deed.version}`
  return `${n} ${who} ${JSON.stringify(deed)}`
}

/** A change in the coordinates of its sources. */
export function briefChange(change: Change): string {
  const at = (anchor: {
    source: string
    at: number
    before?: string | undefined
    after?: string | undefined
  }) =>
    `${anchor.source}@${anchor.at}${anchor.before ? ` before ${anchor.before}` : ''}${anchor.after ? ` after ${anchor.after}` : ''}`
  const ranges = (list: readonly { source: string; from: number; to: number }[]) =>
    list.map(({ source, from, to }) => `${source}[${from}–${to}]`).join(' ')
  switch (change.type) {
    case 'amend':
      return [
        change.strike.length ? `−${ranges(change.strike)}` : '',
        change.insert ? `+${words(change.insert.runs)} ${at(change.insert.anchor)}` : '',
      ]
        .filter(Boolean)
        .join(' ')
    case 'hold':
      return `hold ${ranges(change.ranges)}`
    case 'set':
      return `set ${change.paragraph} ${change.kind ?? ''} ${change.level ?? ''}`
    case 'place':
      return `place ${change.paragraph} through ${change.through.source}.${change.through.at} ${at(change.anchor)}`
  }
}

const words = (runs: Runs): string =>
  JSON.stringify(
    runs
      .map((run) =>
        'text' in run
          ? run.text
          : 'break' in run
            ? `¶${run.break.id} `
            : 'note' in run
              ? `°${run.note}`
              : '/',
      )
      .join(''),
  )
