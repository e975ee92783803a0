import { useCallback, useEffect, useMemo, useState } from 'react'
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
  readonly guesses: Readonly<Record<string, string>>
  readonly warnings: ImportPreview['warnings']
}

/** An import as it came, before any correction. */
export const reviewOf = ({ title, paragraphs, warnings }: ImportPreview): Reviewed => ({
  key: newKey(),
  title,
  symbol: '',
  language: languageOf(paragraphs),
  paragraphs: paragraphs.map(({ id, kind, level, content }) => ({ id, kind, level, content })),
  guesses: Object.fromEntries(paragraphs.map(({ id, guess }) => [id, guess])),
  warnings,
})

/** How many corrections can be taken back. */
const most = 200

interface Course {
  readonly now: Reviewed | null
  readonly past: readonly Reviewed[]
}

/** An import under correction: kept for as long as the browser is open, so that a reload loses nothing. */
export function useReview(negotiation: string) {
  const place = `adref.import.${negotiation}`
  const [{ now, past }, set] = useState((): Course => ({ now: stored(place), past: [] }))
  useEffect(() => store(place, now), [place, now])

  const begin = useCallback((reviewed: Reviewed | null) => set({ now: reviewed, past: [] }), [])
  /** Changes what is no correction of a paragraph: title, symbol, language. */
  const fill = useCallback(
    (part: Partial<Pick<Reviewed, 'title' | 'symbol' | 'language'>>) =>
      set((course) => (course.now ? { ...course, now: changed({ ...course.now, ...part }) } : course)),
    [],
  )
  const undo = useCallback(
    () =>
      set((course) => {
        const last = course.past.at(-1)
        if (!course.now || !last) return course
        const { paragraphs, guesses } = last
        return { now: changed({ ...course.now, paragraphs, guesses }), past: course.past.slice(0, -1) }
      }),
    [],
  )
  const acts = useMemo(() => {
    const correct = (id: string, change: (paragraphs: readonly Paragraph[]) => readonly Paragraph[]): void =>
      set((course) => {
        if (!course.now) return course
        const paragraphs = change(course.now.paragraphs)
        const guesses = { ...course.now.guesses, [id]: 'corrected' }
        return {
          now: changed({ ...course.now, paragraphs, guesses }),
          past: [...course.past, course.now].slice(-most),
        }
      })
    return {
      setKind: (id: string, kind: ParagraphKind) => correct(id, (all) => setKind(all, id, kind)),
      setLevel: (id: string, level: number) => correct(id, (all) => setLevel(all, id, level)),
      join: (id: string) => correct(id, (all) => joinUp(all, id)),
      leaveOut: (id: string) => correct(id, (all) => leaveOut(all, id)),
      divideAt: (id: string, offset: number) => correct(id, (all) => divide(all, id, offset, freeId(all))),
    }
  }, [])
  return { reviewed: now, canUndo: past.length > 0, begin, fill, undo, acts }
}

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
