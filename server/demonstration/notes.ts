import type { ParagraphStatus, Ruling } from '../../schema/record/deed.ts'
import type { Channel } from '../../schema/proposal/channel.ts'
import type { Edit, Noted, Step } from './step.ts'

/**
 * Reads the notes of a meeting as its note-taker wrote them. A proposal is one entry:
 *
 *     OP3 EU, on OP3 G77, with AL: “shall” → “should”     paragraph and sponsor, circumstances: edit
 *     & OP5: strike “solely ”                             a linked edit
 *     — The guidelines are voluntary.                     what the sponsor says
 *     + JP MX; = CANZ; ? IN (awaiting instructions)       positions, see `readStances`
 *
 * An edit is “was” → “now”, strike “…”, rewrite “…”, new after OP4 “…”, delete, split before “…” as OP5 bis,
 * join, move after OP4, level 2, or hold “…”. All else begins with a verb: date, meet, rise, revise, withdraw,
 * cosponsor, undertake, ask, package, stand, comment, accept, lapse, park, supersede, merge, pen, rivals, status, publish. A line that
 * begins with # is a heading. Throws RangeError naming the line that is none of these.
 */
export function readNotes(source: string, file: string): Noted[] {
  const entries: Entry[] = []
  for (const [i, line] of source.split('\n').entries()) {
    const where = `${file}, line ${i + 1}`
    if (line.trim() === '' || line.startsWith('# ')) continue
    const last = entries.at(-1)
    const more = /^(&|—|[+=~?!×-]) /.test(line)
    if (!more) entries.push({ where, head: line, edits: [], says: '', stances: '' })
    else if (!last) throw new RangeError(`${where}: nothing comes before “${line}”`)
    else if (line.startsWith('& ')) last.edits.push(line.slice(2))
    else if (line.startsWith('— ')) last.says = line.slice(2)
    else last.stances = line
  }
  const names = new Set<string>()
  return entries.flatMap((entry) => {
    try {
      return stepsOf(entry, names).map((step) => ({ where: entry.where, step }))
    } catch (error) {
      throw new RangeError(`${entry.where}: ${(error as Error).message}`, { cause: error })
    }
  })
}

interface Entry {
  readonly where: string
  readonly head: string
  readonly edits: string[]
  says: string
  stances: string
}

const rulings: Readonly<Record<string, Ruling>> = {
  accept: 'accepted',
  lapse: 'lapsed',
  park: 'parked',
  supersede: 'superseded',
  merge: 'merged',
}

function stepsOf(entry: Entry, names: Set<string>): Step[] {
  const { head, says, stances } = entry
  const [verb, rest] = cut(head, ' ')
  switch (verb) {
    case 'date':
      return [{ type: 'date', at: rest }]
    case 'meet': {
      const [meeting, title] = cut(rest, ': ')
      return [{ type: 'meet', meeting, title }]
    }
    case 'rise':
      return [{ type: 'rise' }]
    case 'revise': {
      const [name, edit] = cut(rest, ': ')
      const at = labelOf(name)
      return [{ type: 'revise', name, edits: editsOf(at, edit, entry), says }, ...standing(name, stances)]
    }
    case 'withdraw': {
      const [by, name] = cut(rest, ' from ')
      return [{ type: 'withdraw', by, name, says }]
    }
    case 'undertake': {
      const [what, condition] = cut(rest, ': ')
      const [by, name] = cut(what, ' from ')
      return [{ type: 'undertake', by, name, condition }]
    }
    case 'ask': {
      const [name, parties] = cut(rest, ': ')
      return [{ type: 'ask', name, parties: parties.split(' ') }]
    }
    case 'package': {
      const [title, of] = cut(rest, ': ')
      return [{ type: 'package', title, of: of.split(', ') }]
    }
    case 'cosponsor': {
      const [by, name] = cut(rest, ': ')
      return [{ type: 'cosponsor', by, name }]
    }
    case 'stand':
      return standing(rest, stances)
    case 'comment': {
      const [by, on] = cut(rest, ' on ')
      return [{ type: 'comment', by, on, says }]
    }
    case 'accept':
    case 'lapse':
    case 'park':
    case 'supersede':
    case 'merge':
      return rest.split(', ').map((part): Step => {
        const [name, into = null] = part.split(' into ')
        return { type: 'rule', name: name!, ruling: rulings[verb]!, says, into }
      })
    case 'pen': {
      const [at, edit] = cut(rest, ': ')
      return [{ type: 'pen', edits: editsOf(at, edit, entry), says }]
    }
    case 'rivals':
      return [{ type: 'rivals', names: rest.split(', ') }]
    case 'status': {
      const [what, labels] = cut(rest, ': ')
      const [status, pending] = what.split(', pending ')
      return labels.split(', ').map((at): Step => ({
        type: 'status',
        at,
        status: status as ParagraphStatus,
        says,
        pending: pending?.split(' ') ?? [],
      }))
    }
    case 'publish':
      return [{ type: 'publish', symbol: rest, says }]
    default:
      return proposal(entry, names)
  }
}

function proposal(entry: Entry, names: Set<string>): Step[] {
  const { head, says, stances } = entry
  const [who, edit] = cut(head, ': ')
  const [title = '', ...circumstances] = who.split(', ')
  const [, at, by] = /^((?:PP|OP|Annex |\d).*) ([A-Z][A-Za-z0-9]+)$/.exec(title) ?? []
  if (at === undefined || by === undefined) throw new RangeError(`no such step: ${head}`)
  let name = title
  for (let second = 2; names.has(name); second++) name = `${title} ${second}`
  names.add(name)
  const said = (word: string): string[] =>
    circumstances.filter((part) => part.startsWith(`${word} `)).map((part) => part.slice(word.length + 1))
  const channel: Channel = circumstances.includes('by letter')
    ? 'letter'
    : circumstances.includes('from the floor')
      ? 'floor'
      : 'typed'
  const step: Step = {
    type: 'table',
    name,
    by,
    edits: editsOf(at, edit, entry),
    says,
    on: said('on'),
    with: said('with').flatMap((codes) => codes.split(' ')),
    invites: said('invites').flatMap((codes) => codes.split(' ')),
    against: said('against'),
    channel,
  }
  return [step, ...standing(name, stances)]
}

const standing = (on: string, stances: string): Step[] => (stances ? [{ type: 'stand', on, stances }] : [])

/** The paragraph in a proposal's name. */
const labelOf = (name: string): string => name.replace(/ [A-Z][A-Za-z0-9]+( \d+)?$/, '')

const editsOf = (at: string, edit: string, { edits }: Entry): Edit[] => [
  editOf(at, edit),
  ...edits.map((linked) => editOf(...cut(linked, ': '))),
]

const editForms: readonly { form: RegExp; edit: (at: string, found: RegExpExecArray) => Edit }[] = [
  { form: /^“(.+)” → “(.+)”$/, edit: (at, f) => ({ type: 'words', at, was: f[1]!, now: f[2]! }) },
  { form: /^strike “(.+)”$/, edit: (at, f) => ({ type: 'words', at, was: f[1]!, now: '' }) },
  { form: /^rewrite “(.+)”$/, edit: (at, f) => ({ type: 'rewrite', at, now: f[1]! }) },
  { form: /^new after ([^“]+) “(.+)”$/, edit: (at, f) => ({ type: 'add', at, after: f[1]!, now: f[2]! }) },
  { form: /^delete$/, edit: (at) => ({ type: 'delete', at }) },
  {
    form: /^split before “(.+)” as (.+)$/,
    edit: (at, f) => ({ type: 'split', at, before: f[1]!, into: f[2]! }),
  },
  { form: /^join$/, edit: (at) => ({ type: 'join', at }) },
  { form: /^move after (.+)$/, edit: (at, f) => ({ type: 'move', at, after: f[1]! }) },
  { form: /^level (\d)$/, edit: (at, f) => ({ type: 'level', at, level: Number(f[1]) }) },
  { form: /^hold “(.+)”$/, edit: (at, f) => ({ type: 'hold', at, words: f[1]! }) },
]

function editOf(at: string, source: string): Edit {
  for (const { form, edit } of editForms) {
    const found = form.exec(source)
    if (found) return edit(at, found)
  }
  throw new RangeError(`no such edit: ${source}`)
}

/** Both sides of the first separator. */
function cut(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)]
}
