import { describe, expect, it } from 'vitest'
import type { Lens } from '../../schema/view/passage.ts'
import { rivalsOf } from '../../schema/proposal/rivals.ts'
import { textOf } from '../../schema/text/text.ts'
import { printView } from '../../schema/view/print.ts'
import { view } from '../../schema/view/view.ts'
import { checkActs } from '../laws/check.ts'
import { show } from '../laws/negotiation.ts'
import { Scene } from './scene.ts'

/** One case: what is on the table, what is done, and what a reader then sees. */
export interface Case {
  /** Rule in SPEC.md, then what it is about. */
  readonly title: string
  readonly given: string
  readonly when: readonly string[]
  /** The compilation with names. */
  readonly prints?: string
  readonly clean?: string
  readonly base?: string
  readonly hidden?: string
  readonly since?: string
  /** One delegation's own text. */
  readonly preferred?: Readonly<Record<string, string>>
  /** Words of the text with these proposals alone: "" for none, "A1 B1" for two. */
  readonly texts?: Readonly<Record<string, string>>
  /** Status of proposals, "moot" and "stale" where they are. */
  readonly status?: Readonly<Record<string, string>>
  /** Proposals that cannot stand beside one, by name. */
  readonly rivals?: Readonly<Record<string, string>>
}

/** Runs cases as tests. Every act of every case is checked against the laws. */
export function runCases(subject: string, cases: readonly Case[]): void {
  describe(subject, () => {
    for (const one of cases)
      it(one.title, () => {
        const scene = new Scene(one.given, one.when)
        const state = scene.it.now
        checkActs(scene.it.acts)
        const lens = (wanted: Lens) => printView(view(state, wanted))
        const seen = {
          prints: one.prints === undefined ? undefined : lens({ type: 'compilation', names: 'shown' }),
          clean: one.clean === undefined ? undefined : lens({ type: 'clean' }),
          base: one.base === undefined ? undefined : lens({ type: 'base' }),
          hidden: one.hidden === undefined ? undefined : lens({ type: 'compilation', names: 'hidden' }),
          since: one.since === undefined ? undefined : lens({ type: 'since', names: 'shown' }),
          preferred: each(one.preferred, (party) => lens({ type: 'preferred', party })),
          texts: each(one.texts, (names) => {
            const ids = names
              .split(' ')
              .filter(Boolean)
              .map((name) => scene.id(name))
            const keys = ids.map((id) => `${id}.${state.proposals.get(id)!.versions.length}`)
            return show(textOf(state, new Set([...state.accepted, ...keys])))
          }),
          status: each(one.status, (name) => scene.statusOf(name)),
          rivals: each(one.rivals, (name) =>
            rivalsOf(state, scene.id(name))
              .map((id) => scene.nameOf(id))
              .join(' '),
          ),
        }
        const { title: _title, given: _given, when: _when, ...expected } = one
        expect(seen).toEqual({ ...seen, ...expected })
        expect(Object.keys(expected).length).toBeGreaterThan(0)
      })
  })
}

const each = <T>(wanted: Readonly<Record<string, string>> | undefined, of: (name: string) => T) =>
  wanted && Object.fromEntries(Object.keys(wanted).map((name) => [name, of(name)]))
