import type { SectionAsks } from '../../schema/view/blocks.ts'
import type { Message } from '../lang/area.ts'
import { reading } from '../lang/en/reading.ts'
import { useSay } from '../lang/say.tsx'
import { codesOf, drawChip } from './chip.tsx'
import type { Rule, SectionHead } from './manner.ts'

const sentences: Readonly<Record<SectionAsks, Message>> = {
  insert: reading.sectionInserts,
  delete: reading.sectionDeletes,
  hold: reading.sectionHolds,
}

/** The rules beside a paragraph that join it to the others of its sections: together they are one large bracket. */
export function SectionRules({ rules }: { readonly rules: readonly Rule[] }) {
  return rules.map(({ lane, edge }) => (
    <span
      key={lane}
      className="section-rule"
      data-edge={edge}
      style={{ '--lane': lane } as React.CSSProperties}
      aria-hidden="true"
    />
  ))
}

/** What stands over a section: who asks for it, and the button that folds it. */
export function SectionTitle({
  head: { name, section, folded },
  named,
}: {
  readonly head: SectionHead
  /** False where names are hidden: that nobody is named says nothing then. */
  readonly named: boolean
}) {
  const say = useSay()
  const who = codesOf(section.by).join(', ')
  const sentence = say(sentences[section.asks], { count: section.count })
  return (
    <div className={`block-head whole-head asks-${section.asks}`}>
      {drawChip(section.by, say)}
      {who && <span className="said">{who}: </span>}
      <span className="block-words">{sentence}</span>
      <button
        type="button"
        className="fold"
        data-act="fold"
        data-fold={name}
        aria-expanded={!folded}
        aria-label={say(named ? reading.foldSection : reading.foldSectionNameless, {
          does: say(folded ? reading.unfold : reading.fold),
          who: who || say(reading.optionNobody),
          sentence,
        })}
      >
        {say(folded ? reading.unfold : reading.fold)}
      </button>
      {folded && (
        <b className="section-sign" aria-hidden="true">
          […]
        </b>
      )}
    </div>
  )
}
