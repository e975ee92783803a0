import { type ReactNode, useId } from 'react'
import { styleChoices, type StyleChoice } from '../../schema/view/style.ts'
import { Select } from '../controls/select.tsx'
import { Choice, Tick } from '../controls/tick.tsx'
import { exporting } from '../lang/en/exporting.ts'
import { useSay } from '../lang/say.tsx'

/** How brackets are written: what of it there is to choose depends on what was chosen before. */
export function StyleChoices({
  style,
  isNamed,
  hasGroups,
  onChange,
  children,
}: {
  readonly style: StyleChoice
  /** False where names are hidden, so that nothing about them is asked. */
  readonly isNamed: boolean
  readonly hasGroups: boolean
  readonly onChange: (part: Partial<StyleChoice>) => void
  readonly children: ReactNode
}) {
  const say = useSay()
  const title = useId()
  const inBrackets = style.changes === 'brackets'
  return (
    <section className="style-choices stack" aria-labelledby={title}>
      <h3 id={title} className="style-title">
        {say(exporting.style)}
      </h3>
      <Choice
        label={say(exporting.changes)}
        value={style.changes}
        onChange={(id) => onChange({ changes: chosen(styleChoices.changes, id) })}
        options={styleChoices.changes.map((id) => ({
          id,
          label: say(exporting[id]),
          description: say(id === 'brackets' ? exporting.bracketsHelp : exporting.strikeAndBoldHelp),
        }))}
      />
      <div className="style-row">
        {isNamed && inBrackets ? (
          <Select
            label={say(exporting.place)}
            value={style.names}
            onChange={(id) => onChange({ names: chosen(styleChoices.names, id) })}
            options={styleChoices.names.map((id) => ({ id, label: say(exporting[id]) }))}
          />
        ) : null}
        {isNamed && inBrackets ? (
          <Select
            label={say(exporting.position)}
            value={style.position}
            onChange={(id) => onChange({ position: chosen(styleChoices.position, id) })}
            options={styleChoices.position.map((id) => ({ id, label: say(exporting[id]) }))}
          />
        ) : null}
        <Select
          label={say(exporting.labels)}
          value={style.labels}
          onChange={(id) => onChange({ labels: chosen(styleChoices.labels, id) })}
          options={styleChoices.labels.map((id) => ({ id, label: say(exporting[id]) }))}
        />
      </div>
      {isNamed && hasGroups ? (
        <Tick isSelected={style.members} onChange={(members) => onChange({ members })}>
          {say(exporting.members)}
        </Tick>
      ) : null}
      {children}
    </section>
  )
}

const chosen = <T extends string>(list: readonly [T, ...T[]], id: string): T =>
  list.find((one) => one === id) ?? list[0]
