import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Corrections, Reading } from '../../../schema/imported/written.ts'
import type { Paragraph } from '../../../schema/text/paragraph.ts'
import type { ParagraphKind } from '../../../schema/text/token.ts'
import { newKey } from '../../api/acts.ts'
import { importHere, importLeft, keepImport, placeOf } from './kept-import.ts'
import { divide, joinUp, leaveOut, setKind, setLevel } from './review.ts'
import type { Reviewed } from './reviewed.ts'

/** How many corrections can be taken back. */
const most = 200

interface Course {
  readonly now: Reviewed | null
  readonly past: readonly Reviewed[]
}

/** An import under correction: kept on this device, so that neither a reload nor a closed tab loses anything. */
export function useReview(person: string, negotiation: string) {
  const place = placeOf(person, negotiation)
  const [{ now, past }, set] = useState((): Course => ({ now: importHere(place), past: [] }))
  const [left, setLeft] = useState(() => (now ? null : importLeft(place)))
  const [isBegun, setBegun] = useState(now !== null)
  useEffect(() => {
    // What was left in another tab stays until it is gone on with, put away, or another is begun.
    if (isBegun) keepImport(place, now, Date.now())
  }, [place, now, isBegun])

  const begin = useCallback((reviewed: Reviewed | null) => {
    setBegun(true)
    setLeft(null)
    set({ now: reviewed, past: [] })
  }, [])
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
        const { paragraphs, labels, guesses, corrections } = last
        return {
          now: changed({ ...course.now, paragraphs, labels, guesses, corrections }),
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
      /** Says what number a paragraph came with; an empty one lets it be counted. */
      setLabel: (id: string, label: string) =>
        correctAll(({ labels, guesses }) => ({
          labels: Object.fromEntries([
            ...Object.entries(labels).filter(([other]) => other !== id),
            ...(label === '' ? [] : [[id, label]]),
          ]),
          guesses: { ...guesses, [id]: 'corrected' },
        })),
      setReading: (finding: string, reading: Reading) => correctBracket(finding, { reading }),
      /** Says of many findings at once what they are, by id: one correction, taken back at once. */
      setReadings: (readings: Readonly<Record<string, Reading>>) =>
        correctAll(({ corrections: { brackets, names } }) => {
          const said = Object.entries(readings).map(([id, reading]) => [id, { ...brackets[id], reading }])
          return { corrections: { names, brackets: { ...brackets, ...Object.fromEntries(said) } } }
        }),
      setSponsors: (finding: string, sponsors: readonly string[]) => correctBracket(finding, { sponsors }),
      /** Says whom a name as it is written stands for; null for nobody. */
      setName: (name: string, code: string | null) =>
        correctAll(({ corrections: { brackets, names } }) => ({
          corrections: { brackets, names: { ...names, [name]: code } },
        })),
    }
  }, [])
  const canUndo = now !== null && isOfStep(past.at(-1), now)
  return { reviewed: now, left, canUndo, begin, fill, undo, acts }
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
