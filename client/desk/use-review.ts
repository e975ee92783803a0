import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Corrections, Reading, WrittenParagraph } from '../../schema/imported/written.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import type { ParagraphKind } from '../../schema/text/token.ts'
import { newKey } from '../api/acts.ts'
import type { ImportPreview } from '../api/answers.ts'
import { divide, joinUp, languageOf, leaveOut, setKind, setLevel } from './review.ts'

/** An import being looked over. `guesses` tells by paragraph id by what it was recognized. */
export interface Reviewed {
  /** Key under which it is opened: a new one for every change, so that what is sent twice is opened once. */
  readonly key: string
  readonly title: string
  readonly symbol: string
  readonly language: string
  readonly paragraphs: readonly Paragraph[]
  /** The numbers that were taken off, as written, by paragraph id. */
  readonly labels: Readonly<Record<string, string>>
  readonly guesses: Readonly<Record<string, string>>
  /** What was said about the brackets. */
  readonly corrections: Corrections
  /** What is looked over: the paragraphs first, then their brackets. */
  readonly step: 'paragraphs' | 'brackets'
  readonly warnings: ImportPreview['warnings']
}

/** An import as it came, before any correction. */
export const reviewOf = ({ title, paragraphs, warnings }: ImportPreview): Reviewed => ({
  key: newKey(),
  title,
  symbol: '',
  language: languageOf(paragraphs),
  paragraphs: paragraphs.map(({ id, kind, level, content }) => ({ id, kind, level, content })),
  labels: Object.fromEntries(paragraphs.flatMap(({ id, label }) => (label === null ? [] : [[id, label]]))),
  guesses: Object.fromEntries(paragraphs.map(({ id, guess }) => [id, guess])),
  corrections: { brackets: {}, names: {} },
  step: 'paragraphs',
  warnings,
})

/** The paragraphs with the numbers they were written with. */
export const writtenOf = ({
  paragraphs,
  labels,
}: Pick<Reviewed, 'paragraphs' | 'labels'>): WrittenParagraph[] =>
  paragraphs.map((paragraph) => ({ ...paragraph, label: labels[paragraph.id] ?? null }))

/** True of a text in which somebody may have asked for something: brackets, notes, options, alternatives. */
export const mayHoldBrackets = ({ paragraphs, labels }: Pick<Reviewed, 'paragraphs' | 'labels'>): boolean =>
  Object.values(labels).some((label) => /[a-z]{3}/.test(label)) ||
  paragraphs.some(({ content }) =>
    /[[\]{}]|^\W*Option\s|\((?:[^()]*:|agreed)/i.test(
      content.map((run) => ('text' in run ? run.text : ' ')).join(''),
    ),
  )

/** How many corrections can be taken back. */
const most = 200

interface Course {
  readonly now: Reviewed | null
  readonly past: readonly Reviewed[]
}

/** An import under correction: kept for as long as the browser is open, so that a reload loses nothing. */
export function useReview(negotiation: string) {
  const place = `adref.imported.${negotiation}`
  const [{ now, past }, set] = useState((): Course => ({ now: stored(place), past: [] }))
  useEffect(() => store(place, now), [place, now])

  const begin = useCallback((reviewed: Reviewed | null) => set({ now: reviewed, past: [] }), [])
  /** Changes what is no correction: title, symbol, language, the step. */
  const fill = useCallback(
    (part: Partial<Pick<Reviewed, 'title' | 'symbol' | 'language' | 'step'>>) =>
      set((course) => (course.now ? { ...course, now: changed({ ...course.now, ...part }) } : course)),
    [],
  )
  const undo = useCallback(
    () =>
      set((course) => {
        const last = course.past.at(-1)
        if (!course.now || !isOfStep(last, course.now)) return course
        const { paragraphs, guesses, corrections } = last
        return {
          now: changed({ ...course.now, paragraphs, guesses, corrections }),
          past: course.past.slice(0, -1),
        }
      }),
    [],
  )
  const acts = useMemo(() => {
    const correctAll = (change: (now: Reviewed) => Partial<Reviewed>): void =>
      set((course) =>
        course.now
          ? {
              now: changed({ ...course.now, ...change(course.now) }),
              past: [...course.past, course.now].slice(-most),
            }
          : course,
      )
    const correct = (id: string, change: (paragraphs: readonly Paragraph[]) => readonly Paragraph[]): void =>
      correctAll(({ paragraphs, guesses }) => ({
        paragraphs: change(paragraphs),
        guesses: { ...guesses, [id]: 'corrected' },
      }))
    const correctBracket = (id: string, said: Corrections['brackets'][string]): void =>
      correctAll(({ corrections: { brackets, names } }) => ({
        corrections: { names, brackets: { ...brackets, [id]: { ...brackets[id], ...said } } },
      }))
    return {
      setKind: (id: string, kind: ParagraphKind) => correct(id, (all) => setKind(all, id, kind)),
      setLevel: (id: string, level: number) => correct(id, (all) => setLevel(all, id, level)),
      join: (id: string) => correct(id, (all) => joinUp(all, id)),
      leaveOut: (id: string) => correct(id, (all) => leaveOut(all, id)),
      divideAt: (id: string, offset: number) => correct(id, (all) => divide(all, id, offset, freeId(all))),
      setReading: (finding: string, reading: Reading) => correctBracket(finding, { reading }),
      setSponsors: (finding: string, sponsors: readonly string[]) => correctBracket(finding, { sponsors }),
      /** Says whom a name as it is written stands for; null for nobody. */
      setName: (name: string, code: string | null) =>
        correctAll(({ corrections: { brackets, names } }) => ({
          corrections: { brackets, names: { ...names, [name]: code } },
        })),
    }
  }, [])
  const canUndo = now !== null && isOfStep(past.at(-1), now)
  return { reviewed: now, canUndo, begin, fill, undo, acts }
}

/** What is done with an import under correction. */
export type ReviewActs = ReturnType<typeof useReview>['acts']

/** Corrections of another step are taken back there, where they can be seen. */
const isOfStep = (last: Reviewed | undefined, { step }: Reviewed): last is Reviewed => last?.step === step

const changed = (reviewed: Reviewed): Reviewed => ({ ...reviewed, key: newKey() })

/** An id that no paragraph has; imports number theirs p1, p2 … */
function freeId(paragraphs: readonly Paragraph[]): string {
  const used = paragraphs.map(({ id }) => Number(/^p(\d+)$/.exec(id)?.[1] ?? 0))
  return `p${Math.max(...used) + 1}`
}

function stored(place: string): Reviewed | null {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? 'null') as Reviewed | null
  } catch {
    return null
  }
}

function store(place: string, reviewed: Reviewed | null): void {
  try {
    if (reviewed) sessionStorage.setItem(place, JSON.stringify(reviewed))
    else sessionStorage.removeItem(place)
  } catch {
    // Too long for this browser's storage: the import lives in this page only.
  }
}
