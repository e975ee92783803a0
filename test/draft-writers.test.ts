import { Slice } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { draftSchema } from '../client/draft/schema.ts'
import {
  joinBackward,
  joinForward,
  moveParagraph,
  moveTo,
  splitParagraph,
} from '../client/draft/structure.ts'
import { Cohort, op } from './draft/cohort.ts'
import type { Editor } from './draft/cohort.ts'
import { random, seeds } from './draft/random.ts'

/** Words are three characters that occur nowhere else, so that one cut in two, doubled or mixed is seen. */
const word = (n: number): string => String.fromCharCode(...[0, 1, 2].map((i) => 0xe000 + 3 * n + i))

/** Each paragraph's characters. */
const textOf = (editor: Editor): string[] => editor.state.doc.children.map((node) => node.textContent)

/** What colleagues of a delegation do to one draft, each at a device of its own that is on line or not. */
class Writers {
  readonly cohort: Cohort
  readonly next: () => number
  /** Words nobody cut into or deleted. */
  readonly whole = new Set<string>()
  /** Characters that an undo or redo brought back: two who undo the same deletion bring them back twice. */
  readonly restored = new Set<string>()
  count = 0
  did = ''

  constructor(seed: number) {
    this.next = random(seed)
    const texts = Array.from({ length: 5 }, () => [0, 1, 2].map(() => this.word()).join(''))
    const names = ['a', 'b', 'c', 'd', 'e'].slice(0, 2 + this.pick(4))
    this.cohort = new Cohort(
      names,
      texts.map((text, i) => op(`p${i}`, text)),
    )
  }

  pick(n: number): number {
    return Math.floor(this.next() * n)
  }

  word(): string {
    const made = word(this.count++)
    this.whole.add(made)
    return made
  }

  /** A position inside a paragraph; its end as often as not. */
  gap(editor: Editor): number {
    const { doc } = editor.state
    let at = 0
    const index = this.pick(doc.childCount)
    for (let i = 0; i < index; i++) at += doc.child(i).nodeSize
    const { size } = doc.child(index).content
    return at + 1 + (this.next() < 0.5 ? size : this.pick(size + 1))
  }

  readonly actions: Readonly<Record<string, (editor: Editor) => void>> = {
    type: (editor) => {
      const at = this.gap(editor)
      const made = this.word()
      editor.do((tr) => tr.insertText(made, at))
    },
    erase: (editor) => {
      const from = this.gap(editor)
      const to = Math.min(editor.state.doc.content.size, from + this.pick(5))
      if (editor.state.doc.childCount > 2) editor.do((tr) => tr.delete(from, to))
    },
    replace: (editor) => {
      const from = this.gap(editor)
      const to = Math.min(editor.state.doc.content.size - 1, from + this.pick(8))
      const made = this.word()
      editor.do((tr) => tr.insertText(made, from, to))
    },
    split: (editor) => {
      editor.select(this.gap(editor))
      editor.run(splitParagraph(editor.newId))
    },
    start: (editor) => {
      editor.select(this.gap(editor))
      editor.run(splitParagraph(editor.newId))
      const made = this.word()
      editor.do((tr) => tr.insertText(made, editor.state.selection.head))
    },
    join: (editor) => {
      const $at = editor.state.doc.resolve(this.gap(editor))
      editor.select(this.next() < 0.5 ? $at.start() : $at.end())
      if (!editor.run(joinBackward)) editor.run(joinForward)
    },
    swap: (editor) => {
      editor.select(this.gap(editor))
      editor.run(moveParagraph(this.next() < 0.5 ? 'up' : 'down'))
    },
    move: (editor) => {
      const count = editor.state.doc.childCount
      const from = this.pick(count)
      const to = Math.min(count, from + 1 + this.pick(2))
      const before = this.pick(count + 1)
      if (before < from || before > to) editor.binding.dispatch(moveTo(editor.state, { from, to, before }))
    },
    mark: (editor) => {
      const from = this.gap(editor)
      const to = Math.min(editor.state.doc.content.size, from + this.pick(12))
      const mark = draftSchema.mark(this.next() < 0.5 ? 'em' : 'strong')
      editor.do((tr) => (this.next() < 0.7 ? tr.addMark(from, to, mark) : tr.removeMark(from, to, mark)))
    },
    paste: (editor) => {
      const at = this.gap(editor)
      const nodes = [1, 2].map(() =>
        draftSchema.node(
          'paragraph',
          { id: editor.newId(), kind: 'operative', level: 0 },
          draftSchema.text(this.word()),
        ),
      )
      editor.do((tr) => tr.replace(at, at, new Slice(draftSchema.node('doc', null, nodes).content, 1, 1)))
    },
    rewrite: (editor) => {
      const wanted = editor.shared()
      const index = this.pick(wanted.length)
      const made = { text: this.word() }
      const swapped = wanted.splice(this.pick(wanted.length), 1)
      wanted.splice(this.pick(wanted.length + 1), 0, ...swapped)
      const one = wanted[index]!
      wanted[index] = { ...one, content: [...one.content, made] }
      editor.binding.rewrite(wanted)
    },
    compose: (editor) => {
      editor.composing = true
      this.watch(editor, 'type')
      this.cohort.deliver(editor, this.pick(4))
      this.watch(editor, 'type')
      editor.composing = false
      editor.binding.release()
    },
    undo: (editor) => void editor.binding.undo(),
    redo: (editor) => void editor.binding.redo(),
  }

  /** Lets somebody do something, and notes what they cut or delete. */
  step(): void {
    const { editors, offline } = this.cohort
    const editor = editors[this.pick(editors.length)]!
    if (this.next() < 0.06) {
      if (offline.has(editor)) offline.delete(editor)
      else offline.add(editor)
    }
    if (!offline.has(editor) && this.next() < 0.5) this.cohort.deliver(editor, 1 + this.pick(4))
    if (this.next() < 0.3) editor.binding.undoManager.stopCapturing()
    const names = Object.keys(this.actions)
    const name = this.next() < 0.35 ? 'type' : names[this.pick(names.length)]!
    this.watch(editor, name)
  }

  /** Does something, and notes what was cut or deleted by it. */
  watch(editor: Editor, name: string): void {
    const before = textOf(editor)
    const known = new Set(this.whole)
    this.did = `${editor.name} ${name}`
    this.actions[name]!(editor)
    const after = textOf(editor)
    const [all, now] = [before.join('\n'), after.join('\n')]
    for (const made of known) if (all.includes(made) && !now.includes(made)) this.#gone(name, made)
    if (name === 'undo' || name === 'redo')
      for (const character of now) if (!all.includes(character)) this.restored.add(character)
  }

  #gone(name: string, made: string): void {
    this.whole.delete(made)
    const may = ['erase', 'replace', 'undo', 'redo', 'split', 'start', 'type', 'compose', 'paste']
    expect(may, `${this.did} keeps every word whole`).toContain(name)
  }
}

test.each(seeds(40))(
  'what colleagues write at once is neither lost nor doubled, cut or mixed (seed %i)',
  (seed) => {
    const writers = new Writers(seed)
    const { cohort } = writers
    for (let round = 0; round < 140; round++) {
      writers.step()
      for (const editor of cohort.editors)
        expect(editor.paragraphs(), `${writers.did}, seed ${seed}`).toEqual(editor.shared())
    }
    cohort.meet()
    const [first] = cohort.editors
    for (const editor of cohort.editors) expect(editor.paragraphs()).toEqual(first!.paragraphs())
    const text = textOf(first!).join('\n')
    for (const made of writers.whole) expect(text.split(made).length - 1, `${made}, seed ${seed}`).toBe(1)
    const twice = text
      .replaceAll('\n', '')
      .split('')
      .filter((one, i, all) => all.indexOf(one) !== i)
    expect(
      twice.filter((one) => !writers.restored.has(one)),
      `doubled, seed ${seed}`,
    ).toEqual([])
  },
)

const pairs = [
  [0, 1],
  [1, 0],
] as const

describe.each(pairs)('of two who write at once, whoever of them is first (%i, %i)', (one, two) => {
  /** Two colleagues at a draft of two paragraphs. */
  function colleagues(): readonly [Cohort, Editor, Editor] {
    const cohort = new Cohort(['a', 'b'], [op('p', 'Recalls its decision.'), op('q', 'Requests a report.')])
    return [cohort, cohort.editors[one]!, cohort.editors[two]!]
  }
  const lines = (cohort: Cohort): string[] => {
    cohort.meet()
    const [mine, theirs] = cohort.editors.map((editor) => textOf(editor))
    expect(mine).toEqual(theirs)
    return mine!
  }
  const write = (editor: Editor, text: string): void =>
    text.split('').forEach((letter) => editor.do((tr) => tr.insertText(letter)))

  test('words at the end of a paragraph stay in it when another paragraph is begun behind it', () => {
    const [cohort, ana, ben] = colleagues()
    ana.select(ana.find('decision.') + 'decision.'.length)
    ben.select(ben.find('decision.') + 'decision.'.length)
    ana.run(splitParagraph(ana.newId))
    write(ana, 'Invites all States.')
    write(ben, ' Again.')
    const begun = ['Invites all States.', 'Requests a report.']
    expect(lines(cohort)).toEqual(['Recalls its decision. Again.', ...begun])
    write(ben, ' And again.')
    write(ana, ' Soon.')
    expect(lines(cohort)).toEqual([
      'Recalls its decision. Again. And again.',
      'Invites all States. Soon.',
      'Requests a report.',
    ])
    expect(ben.binding.undo()).toBe(true)
    expect(ana.binding.undo()).toBe(true)
    expect(lines(cohort).join(' ')).not.toMatch(/Invites|Again/)
  })

  test('a paragraph that one parts and the other moves goes with both its parts', () => {
    const [cohort, ana, ben] = colleagues()
    ana.select(ana.find(' its decision.'))
    ana.run(splitParagraph(ana.newId))
    ben.select(ben.find('Recalls'))
    ben.run(moveParagraph('down'))
    expect(lines(cohort)).toEqual(['Requests a report.', 'Recalls', ' its decision.'])
  })

  test('what an input method composed is not lost when the paragraph around it is parted and moved', () => {
    const [cohort, ana, ben] = colleagues()
    ana.composing = true
    ana.select(ana.find('report'))
    ben.select(ben.find('Requests') + 'Requests'.length)
    ben.run(splitParagraph(ben.newId))
    ben.run(moveParagraph('up'))
    cohort.deliver(ana)
    write(ana, 'full ')
    ben.select(ben.find('Recalls'))
    ben.run(moveParagraph('up'))
    cohort.deliver(ana)
    ana.composing = false
    ana.binding.release()
    expect(lines(cohort).join('|')).toContain(' a full report.')
  })
})
