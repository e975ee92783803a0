import { expect, test } from 'vitest'
import { draftSchema } from '../client/draft/schema.ts'
import { joinBackward, moveParagraph, moveTo, splitParagraph } from '../client/draft/structure.ts'
import { random, seeds } from './draft/random.ts'
import { Cohort, op } from './draft/cohort.ts'
import type { Editor } from './draft/cohort.ts'

/** The n-th word: one character, so that it cannot be cut in two. */
const token = (n: number): string => String.fromCharCode(0x4e00 + n)

test.each(seeds(80))('three editors offline and back converge and no word is lost (seed %i)', (seed) => {
  const next = random(seed)
  const pick = (n: number): number => Math.floor(next() * n)
  const base = Array.from({ length: 6 }, (_, i) => [0, 1, 2, 3].map((j) => token(4 * i + j)).join(''))
  const cohort = new Cohort(
    ['a', 'b', 'c'],
    base.map((words, i) => op(`p${i}`, words)),
  )
  const all = new Set(base.join('').split(''))
  const removed = new Set<string>()
  const log: string[] = []

  const wordsIn = (editor: Editor): string[] => editor.state.doc.textContent.split('')
  /** A position inside a paragraph. */
  const gap = (editor: Editor): number => {
    const $at = editor.state.doc.resolve(anywhere(editor))
    return $at.depth > 0 ? $at.pos : $at.nodeAfter ? $at.pos + 1 : $at.pos - 1
  }
  const anywhere = (editor: Editor): number => pick(editor.state.doc.content.size + 1)
  const between = (editor: Editor): [number, number] => {
    const at = [anywhere(editor), next() < 0.7 ? -1 : anywhere(editor)] as [number, number]
    if (at[1] < 0) at[1] = Math.min(editor.state.doc.content.size, at[0] + pick(5))
    return [Math.min(...at), Math.max(...at)]
  }
  const actions: Record<string, (editor: Editor) => void> = {
    type: (editor) => {
      const word = token(100 + log.length)
      all.add(word)
      const at = gap(editor)
      editor.do((tr) => tr.insertText(word, at))
    },
    erase: (editor) => {
      const [from, to] = between(editor)
      editor.do((tr) => (tr.doc.childCount > 2 ? tr.delete(from, to) : tr))
    },
    split: (editor) => {
      editor.select(gap(editor))
      editor.run(splitParagraph(editor.newId))
    },
    join: (editor) => {
      let position = 0
      const index = pick(editor.state.doc.childCount)
      for (let i = 0; i < index; i++) position += editor.state.doc.child(i).nodeSize
      editor.select(position + 1)
      editor.run(joinBackward)
    },
    swap: (editor) => {
      editor.select(gap(editor))
      editor.run(moveParagraph(next() < 0.5 ? 'up' : 'down'))
    },
    move: (editor) => {
      const count = editor.state.doc.childCount
      const from = pick(count)
      const to = Math.min(count, from + 1 + pick(2))
      const before = pick(count + 1)
      if (before < from || before > to) editor.binding.dispatch(moveTo(editor.state, { from, to, before }))
    },
    mark: (editor) => {
      const [from, to] = between(editor)
      const mark = draftSchema.mark(next() < 0.5 ? 'em' : 'strong')
      editor.do((tr) => (next() < 0.7 ? tr.addMark(from, to, mark) : tr.removeMark(from, to, mark)))
    },
    kind: (editor) => {
      const { doc } = editor.state
      const index = pick(doc.childCount)
      let position = 0
      for (let i = 0; i < index; i++) position += doc.child(i).nodeSize
      const level = 1 + pick(3)
      editor.do((tr) =>
        tr.setNodeAttribute(position, 'kind', 'item').setNodeAttribute(position, 'level', level),
      )
    },
    cut: (editor) => {
      const { doc } = editor.state
      if (doc.childCount < 3) return
      const $at = doc.resolve(gap(editor))
      const node = $at.node(1)
      const target = anywhere(editor)
      editor.do((tr) => {
        tr.delete($at.before(1), $at.after(1))
        const at = tr.doc.resolve(tr.mapping.map(target))
        return tr.insert(at.depth === 0 ? at.pos : at.after(1), node)
      })
    },
    undo: (editor) => void editor.binding.undo(),
    redo: (editor) => void editor.binding.redo(),
  }
  const weights = Object.keys(actions).flatMap((name) =>
    Array.from({ length: name === 'type' ? 6 : name === 'erase' || name === 'split' ? 2 : 1 }, () => name),
  )

  for (let round = 0; round < 120; round++) {
    const editor = cohort.editors[pick(3)]!
    if (next() < 0.05) {
      if (cohort.offline.has(editor)) cohort.offline.delete(editor)
      else cohort.offline.add(editor)
    }
    if (!cohort.offline.has(editor) && next() < 0.5) cohort.deliver(editor, 1 + pick(4))
    const name = editor.state.doc.childCount === 0 ? 'undo' : weights[pick(weights.length)]!
    const before = wordsIn(editor)
    log.push(`${round} ${editor.name} ${name}`)
    if (next() < 0.3) editor.binding.undoManager.stopCapturing()
    actions[name]!(editor)
    const after = new Set(wordsIn(editor))
    const gone = before.filter((word) => !after.has(word))
    if (!['erase', 'undo', 'redo', 'cut'].includes(name))
      expect(gone, `${log.at(-1)} keeps all words, seed ${seed}`).toEqual([])
    for (const word of gone) removed.add(word)
    if (name === 'cut') for (const word of before) removed.add(word)
    expect(editor.paragraphs(), `${log.at(-1)}, seed ${seed}`).toEqual(editor.shared())
  }
  cohort.meet()
  const [first] = cohort.editors
  for (const editor of cohort.editors) {
    expect(editor.paragraphs(), `${editor.name} shows what is shared, seed ${seed}`).toEqual(editor.shared())
    expect(editor.paragraphs(), `${editor.name} agrees with ${first!.name}, seed ${seed}`).toEqual(
      first!.paragraphs(),
    )
  }
  const found = wordsIn(first!)
  for (const word of all)
    if (!removed.has(word))
      expect(
        found.filter((other) => other === word),
        `${word}, seed ${seed}`,
      ).toEqual([word])
  expect(new Set(first!.paragraphs().map(({ id }) => id)).size).toBe(first!.paragraphs().length)
})
