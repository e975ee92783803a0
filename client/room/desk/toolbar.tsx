import type { Command } from 'prosemirror-state'
import type { ReactNode } from 'react'
import { paragraphKinds } from '../../../schema/text/token.ts'
import { Button } from '../../controls/button.tsx'
import { Select } from '../../controls/select.tsx'
import type { DraftEditor } from '../../draft/editor.ts'
import type { Message } from '../../lang/area.ts'
import { paragraphKindNames } from '../../lang/en/common.ts'
import { drafting as words } from '../../lang/en/drafting.ts'
import { useSay } from '../../lang/say.tsx'

/** Formatting and structure, for those who do not use the keys. Drawn anew whenever the caret moves. */
export function DeskToolbar({ editor }: { readonly editor: DraftEditor }) {
  const say = useSay()
  const { commands } = editor
  const node = editor.view.state.selection.$from.node(1)
  const kind = String(node?.attrs['kind'] ?? 'body')
  const tool = (name: Message, command: Command, sign: ReactNode, keys?: string) => (
    <Button
      tone="quiet"
      aria-label={say(name)}
      refusal={editor.can(command) ? null : say(words.notHere, { what: say(name) })}
      onPress={() => editor.run(command)}
      {...(keys === undefined ? {} : { 'aria-keyshortcuts': keys })}
    >
      <span aria-hidden="true" title={say(name)}>
        {sign}
      </span>
    </Button>
  )
  return (
    <div className="desk-tools" role="toolbar" aria-label={say(words.toolbar)}>
      <Select
        label={say(words.kind)}
        hideLabel
        options={paragraphKinds.map((one) => ({ id: one, label: say(paragraphKindNames[one]) }))}
        value={kind}
        onChange={(id) => {
          const chosen = paragraphKinds.find((one) => one === id)
          if (chosen) editor.run(commands.kind(chosen))
        }}
      />
      {tool(words.italic, commands.italic, <em>I</em>, 'Control+I Meta+I')}
      {tool(words.bold, commands.bold, <b>B</b>, 'Control+B Meta+B')}
      {tool(words.footnote, commands.footnote, '¹', 'Control+Alt+F')}
      {tool(words.levelOut, commands.promote, '⇤', 'Shift+Tab')}
      {tool(words.levelIn, commands.demote, '⇥', 'Tab')}
      {tool(words.up, commands.moveUp, '↑', 'Alt+ArrowUp')}
      {tool(words.down, commands.moveDown, '↓', 'Alt+ArrowDown')}
      {tool(words.undo, commands.undo, '↶', 'Control+Z Meta+Z')}
      {tool(words.redo, commands.redo, '↷', 'Control+Y Shift+Meta+Z')}
    </div>
  )
}
