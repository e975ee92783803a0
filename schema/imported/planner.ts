import type {
  BracketNode,
  BracketRole,
  ClaimsNode,
  NoteNode,
  NotationNode,
  OptionNode,
  StatusNode,
} from '../notation/notation.ts'
import { readClaims } from '../notation/claims.ts'
import { isStroke } from '../notation/walk.ts'
import { withAlternatives } from './alternatives.ts'
import { deepest, find, readingAt, type Desk } from './desk.ts'
import { nodesWithin, partsOf, rowAt, type Part, type Row } from './parts.ts'
import { isEitherOr } from './either.ts'
import { groupOf, isOwn, unitsOf, type Plan } from './plan.ts'
import { grouped, type Read } from './rows.ts'
import { isStatusNote } from './status.ts'
import { placeOf, withinParagraphs } from './script.ts'
import { spaceAsides, spaceGroups } from './spacing.ts'
import { askers, isAskedFor, unsaid } from './voices.ts'
import type { FoundClaim, Reading } from './written.ts'

/** How many brackets words stand in, and whether they are only asked for. */
interface Within {
  readonly depth: number
  readonly asked: boolean
}

const deeper = ({ depth, asked }: Within, also = false): Within => ({
  depth: depth + 1,
  asked: asked || also,
})

/** What happens to the text in which these nodes stand. */
export function planOf(desk: Desk, nodes: readonly NotationNode[], within: Within): Plan[] {
  const plans: Plan[] = []
  const text = (start: number, end: number): void => {
    for (const part of withinParagraphs(desk.script, start, end)) plans.push({ type: 'text', ...part })
  }
  let left = nodes
  for (let i = 0; i < left.length;) {
    const node = left[i]!
    const found = foundAt(desk, left, i, within)
    if (found) {
      for (const plan of found.plans) plans.push(plan)
      if (found.rest) left = found.rest
      i = found.next
      continue
    }
    i++
    if (node.type === 'bracket') {
      typed(desk, node, within)
      text(node.at, node.at + 1)
      if (within.depth >= deepest) text(node.at + 1, node.end - 1)
      else for (const plan of planOf(desk, node.children, deeper(within))) plans.push(plan)
      text(node.end - 1, node.end)
    } else if ('text' in node) {
      if (node.type === 'orphan') desk.orphans.push({ offset: node.at, char: node.text as '[' | ']' })
      text(node.at, node.at + node.text.length)
    }
  }
  const { text: script } = desk.script
  spaceAsides(script, plans, within.depth > 0)
  const out = withAlternatives(desk, plans)
  // A space that is all there is of words that are asked for stays theirs.
  if (within.depth === 0 || out.some((plan) => isOwn(script, plan)))
    spaceGroups(script, out, within.depth > 0)
  return out
}

/** What notation is found to do; `rest` are nodes to go on with in place of those that are left. */
interface FoundPlans {
  readonly plans: readonly Plan[]
  readonly next: number
  readonly rest?: NotationNode[]
}

/** What a node does that is no words; null when it is words. */
function foundAt(desk: Desk, nodes: readonly NotationNode[], i: number, within: Within): FoundPlans | null {
  const node = nodes[i]!
  const one = (plan: Plan | null): FoundPlans | null => plan && { plans: [plan], next: i + 1 }
  switch (node.type) {
    case 'bracket':
      return one(aside(desk, node)) ?? row(desk, nodes, i, within)
    case 'note':
      return one(note(desk, node))
    case 'status':
      return one(status(desk, node))
    case 'claims':
      return node.place === 'apart' || node.place === 'behind' ? one(positions(desk, node)) : null
    case 'option':
      return option(desk, node, nodes, i, within)
    case 'orphan':
    case 'words':
    case 'label':
    case 'slash':
      return null
  }
}

/** The wordings side by side that begin at an index; null when there is none. */
function row(desk: Desk, nodes: readonly NotationNode[], index: number, within: Within): FoundPlans | null {
  const rows: Row[] = []
  let next = index
  for (let one = nodes[next]; one?.type === 'bracket' && isWording(desk, one, within); one = nodes[next]) {
    const found = rowAt(nodes, next)
    rows.push(found)
    next = found.next
    const behind = nodes[next + 1]
    if (behind?.type !== 'bracket' || !isWording(desk, behind, within)) continue
    // Positions on the paragraph stand by themselves: the space between two of them goes with one.
    const isSaid = rows.every(({ bracket }) => isPositions(desk, bracket))
    const isBeside = isSpace(nodes[next]) && !isSaid && isInstead(desk, found.bracket, behind)
    if (isStroke(nodes[next]) || isBeside) next++
  }
  if (rows.length === 0) return null
  const reads = rows.flatMap((found) => wordingsOf(desk, found, within))
  const before = nodes[index - 2]
  const beside =
    isSpace(nodes[index - 1]) &&
    (before?.type === 'bracket' || (before?.type === 'claims' && before.place === 'behind'))
  return { plans: grouped(desk, reads, { asked: within.asked, beside }), next }
}

const isSpace = (node: NotationNode | undefined): boolean =>
  node?.type === 'words' && /^[ \u00a0\u202f]$/.test(node.text)

/** True of a bracket that says who asks what of the one before it, and holds no words: `[soon] [US: delete]`. */
function isPositions({ script, voices }: Desk, bracket: BracketNode): boolean {
  const [part, ...more] = partsOf(script.text, bracket)
  if (!part || more.length > 0 || part.from < part.to || part.claims.length === 0) return false
  return !isAskedFor(voices.claimsOf(part.claims))
}

/** True of a bracket that stands in place of the one before it, though a space parts them. */
function isInstead(desk: Desk, one: BracketNode, other: BracketNode): boolean {
  const said = readingAt(desk, other.at)
  if (said !== undefined) return said === 'alternative'
  if (isPositions(desk, other)) return true
  const wordsOf = (bracket: BracketNode): string | null => {
    const [part, ...more] = partsOf(desk.script.text, bracket)
    return part && more.length === 0 ? desk.script.text.slice(part.from, part.to) : null
  }
  const [first, second] = [wordsOf(one), wordsOf(other)]
  return first !== null && second !== null && isEitherOr(first, second)
}

/** True of a bracket around wordings; the marks of Markdown, numbers of paragraphs and `[]` are words. */
function isWording(desk: Desk, { at, end, role }: BracketNode, within: Within): boolean {
  const { script } = desk
  const { text } = script
  if (within.depth >= deepest || !isNotation(role) || end - at === 2) return false
  const reading = readingAt(desk, at)
  if (reading !== undefined) return !['words', 'status', 'note'].includes(reading)
  // "[12]" is an amount too where the number of the paragraph was taken off before it.
  const { index, at: start } = placeOf(script, at)
  const isAmount =
    /^\d+(?:\.\d+)?$/.test(text.slice(at + 1, end - 1)) &&
    start === 0 &&
    script.paragraphs[index]!.label !== null
  return role !== 'status' && (role !== 'label' || isAmount)
}

/** References and links of Markdown are none. */
const isNotation = (role: BracketRole): boolean => role !== 'reference' && role !== 'link'

/** Notes a bracket that is characters of the text. */
function typed(desk: Desk, { at, end, role }: BracketNode, within: Within): void {
  if (!isNotation(role)) return
  const choices: Reading[] =
    within.depth >= deepest || end - at === 2 ? ['words'] : ['words', 'hold', 'optional']
  const finding = find(desk, { from: at, to: end, reading: 'words', choices })
  if (within.depth >= deepest) desk.kept.push({ finding: finding.id, why: 'too-deep' })
}

/** The wordings of one bracket and what is asked of each, with all that is nested in them. */
function wordingsOf(desk: Desk, { bracket, claims, said, end }: Row, within: Within): Read[] {
  const { script, voices } = desk
  const { at, role, children } = bracket
  const options = optionsIn(desk, bracket)
  if (options)
    return options.map((node, i): Read => {
      const block = desk.options.get(node.at)!
      const { part, own } = optionPart(desk, node, children, block.end)
      const from = i === 0 ? at : node.at
      const to = i === options.length - 1 ? end : block.end
      const claims = voices.claimsOf(node.claims)
      const finding = find(desk, { from, to, reading: 'optional', choices: [], claims, shown: part })
      const plans = planOf(desk, own, deeper(within, true))
      return { part, role: 'words', finding, plans, either: true, title: titleOf(node) }
    })
  const parts = partsOf(script.text, bracket)
  const behind = voices.claimsOf(claims)
  return parts.map((part, i): Read => {
    const own = voices.claimsOf(part.claims)
    // Names behind a bracket speak of all wordings in it that have none of their own.
    const all = isAskedFor(own) ? behind.filter(({ asked }) => asked !== 'propose') : behind
    const from = part.start
    const to = i === parts.length - 1 ? end : part.to
    const finding = find(desk, {
      from,
      to,
      reading: 'hold',
      choices: [],
      claims: [...own, ...all],
      shown: part,
    })
    for (const one of [...part.said, ...(i === 0 ? said : [])]) finding.unsaid.push(...unsaid(one, voices))
    const inner = deeper(within, isAskedFor(finding.claims))
    const plans = planOf(desk, nodesWithin(children, part.from, part.to), inner)
    return { part, role, finding, plans, either: parts.length > 1, title: '' }
  })
}

/** The options of a bracket that holds nothing else; null when it holds words besides. */
function optionsIn(desk: Desk, { at, end, children }: BracketNode): OptionNode[] | null {
  const marks = children.filter((node) => node.type === 'option')
  const [first] = marks
  if (!first || desk.script.text.slice(at + 1, first.at).trim() !== '') return null
  const isAll = marks.every((mark, i) => desk.options.get(mark.at)?.end === (marks[i + 1]?.at ?? end - 1))
  return isAll ? marks : null
}

const titleOf = ({ name }: OptionNode): string => `Option ${name}`

/** The words of an option without the spaces around them, and the nodes in them. */
function optionPart(
  { script: { text } }: Desk,
  node: OptionNode,
  nodes: readonly NotationNode[],
  end: number,
): { part: Part; own: NotationNode[] } {
  let [from, to] = [node.at + node.text.length, end]
  while (from < to && /\s/.test(text[from]!)) from++
  while (to > from && /\s/.test(text[to - 1]!)) to--
  return { part: { start: node.at, from, to, claims: [], said: [] }, own: nodesWithin(nodes, from, to) }
}

/** A block to choose from. It ends before a bracket that goes on beyond it. */
function option(
  desk: Desk,
  node: OptionNode,
  nodes: readonly NotationNode[],
  i: number,
  within: Within,
): FoundPlans | null {
  const block = desk.options.get(node.at)
  const behind = nodes.slice(i + 1)
  if (!block || within.depth >= deepest || readingAt(desk, node.at) === 'words') return null
  const cut = behind.find((one) => 'end' in one && one.at < block.end && one.end > block.end)
  const end = cut?.at ?? block.end
  const { part, own } = optionPart(desk, node, behind, end)
  const none = block.noText ? claimsBehind(desk, node.at + node.text.length, end) : null
  const claims = desk.voices.claimsOf(node.claims)
  const finding = find(desk, {
    from: node.at,
    to: Math.max(part.to, node.at + node.text.length),
    reading: none ? 'deletion' : 'optional',
    choices: [none ? 'deletion' : 'optional', 'words'],
    claims,
  })
  if (desk.corrections.brackets[finding.id]?.sponsors === undefined) finding.sponsors = askers(claims)
  const rest = nodesWithin(behind, end, Infinity)
  if (none) {
    finding.claims = [...claims, ...none]
    if (finding.sponsors.length === 0) finding.sponsors = askers(none)
    desk.heard.push(...none)
    desk.noText.push({ rivals: block.group, finding })
  }
  if (none || part.from === part.to) return { plans: [], next: 0, rest }
  const plans = planOf(desk, own, deeper(within, true))
  if (unitsOf(plans) === 0) return { plans: asOptions(plans, block.group), next: 0, rest }
  // A mark that stands alone on its line is no part of the paragraph under it.
  const begins = !desk.script.text.slice(node.at, part.from).includes('\n')
  const acts = { proposed: null, struck: null, held: null }
  const wording = { finding, role: 'proposed', plans, title: titleOf(node), acts } as const
  return { plans: [groupOf(begins ? node.at : part.from, part.to, [wording], block.group)], next: 0, rest }
}

/** Who asks for no text, in parentheses or behind a dash; null when other words than known names stand there. */
function claimsBehind({ script: { text }, voices }: Desk, from: number, to: number): FoundClaim[] | null {
  const signs = [...text.slice(from, to).matchAll(/\(([^()]+)\)|[-–—]\s*([^[\]()]+)/g)]
  const claims: FoundClaim[] = []
  for (const { 0: sign, 1: within, 2: behind = '', index } of signs) {
    const said = within ?? behind
    const at = from + index + sign.indexOf(said)
    const read = voices.claimsOf(readClaims({ text, from: at, to: at + said.length }, voices.lexicon) ?? [])
    const isKnown = read.every(({ names, asked, condition }) => {
      const named = names.every(({ text: name }) => voices.lexicon.has(name))
      return named && asked === 'propose' && condition === ''
    })
    if (read.length === 0 || !isKnown) return null
    claims.push(...read)
  }
  return claims
}

/** An option that is all of it somebody's is theirs. */
const asOptions = (plans: readonly Plan[], rivals: number): Plan[] =>
  plans.map((plan) => (plan.type === 'group' ? { ...plan, rivals } : plan))

/** A bracket that is no wording: a status, or what a person says is a remark. */
function aside(desk: Desk, { at, end, role }: BracketNode): Plan | null {
  const reading = readingAt(desk, at) ?? (role === 'status' ? 'status' : 'hold')
  if (reading !== 'status' && reading !== 'note') return null
  const choices: Reading[] = ['status', 'note', 'hold', 'optional', 'words']
  const finding = find(desk, { from: at, to: end, reading, choices })
  return { type: 'aside', from: at, to: end, finding, does: reading }
}

function status(desk: Desk, { at, text }: StatusNode): Plan {
  const to = at + text.length
  const said = readingAt(desk, at)
  const reading = said === 'words' || said === 'note' ? said : 'status'
  const finding = find(desk, { from: at, to, reading, choices: ['status', 'note', 'words'] })
  return reading === 'words'
    ? { type: 'text', from: at, to }
    : { type: 'aside', from: at, to, finding, does: reading }
}

function note(desk: Desk, { at, end, children }: NoteNode): Plan {
  const claims = children.flatMap((node) => (node.type === 'claims' ? desk.voices.claimsOf(node.claims) : []))
  const says = isStatusNote(desk.script.text.slice(at + 1, end - 1))
  const does = says && readingAt(desk, at) !== 'note' ? 'status' : 'note'
  const choices: Reading[] = says ? ['status', 'note'] : ['note']
  const finding = find(desk, { from: at, to: end, reading: does, choices, claims: says ? [] : claims })
  if (finding.sponsors.length === 0 && !says)
    finding.sponsors = claims.flatMap(({ names }) => names.flatMap(({ code }) => code ?? []))
  return { type: 'aside', from: at, to: end, finding, does }
}

/** Positions by themselves; names that ask for nothing are words. */
function positions(desk: Desk, { at, text, claims: said }: ClaimsNode): Plan | null {
  const to = at + text.length
  const claims = desk.voices.claimsOf(said)
  const asWords = isAskedFor(claims) || readingAt(desk, at) === 'words'
  const finding = find(desk, {
    from: at,
    to,
    reading: asWords ? 'words' : 'note',
    choices: asWords && isAskedFor(claims) ? ['words'] : ['note', 'words'],
    claims,
    sure: !isAskedFor(claims),
  })
  finding.unsaid.push(...unsaid(text, desk.voices))
  return asWords ? null : { type: 'aside', from: at, to, finding, does: 'positions' }
}
