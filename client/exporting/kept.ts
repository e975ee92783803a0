import { z } from 'zod'
import { type Names, namings } from '../../schema/view/passage.ts'
import { styleChoices, usualChoice } from '../../schema/view/style.ts'
import { type ExportChoice, exportFormats } from './fetch-export.ts'

/** What of an export is a habit, and asked for again the next time; not which text or revision. */
type Habit = Pick<ExportChoice, 'names' | 'format' | 'style' | 'omit'>

const habitSchema = z.object({
  names: z.enum(namings),
  format: z.enum(exportFormats),
  style: z.object({
    names: z.enum(styleChoices.names),
    position: z.enum(styleChoices.position),
    labels: z.enum(styleChoices.labels),
    changes: z.enum(styleChoices.changes),
    members: z.boolean(),
  }),
  omit: z.boolean(),
})

const usualHabit: Habit = { names: 'shown', format: 'docx', style: usualChoice, omit: false }

const place = (person: string): string => `adref.export.${person}`

/**
 * How this person last exported on this device; the usual way where nothing, or nothing usable, is kept. It names no
 * more than the screen it is asked from: who has hidden names there is shown none without asking.
 */
export function keptHabit(person: string, read: Names): Habit {
  const kept = stored(person)
  return { ...kept, names: namings[Math.max(namings.indexOf(kept.names), namings.indexOf(read))] ?? read }
}

function stored(person: string): Habit {
  try {
    const kept = habitSchema.safeParse(JSON.parse(localStorage.getItem(place(person)) ?? 'null'))
    return kept.success ? kept.data : usualHabit
  } catch {
    return usualHabit
  }
}

/** Keeps how this person exports. A browser that keeps nothing asks again the next time. */
export function keepHabit(person: string, { names, format, style, omit }: Habit): void {
  try {
    localStorage.setItem(place(person), JSON.stringify({ names, format, style, omit }))
  } catch {
    // The file is exported all the same.
  }
}
