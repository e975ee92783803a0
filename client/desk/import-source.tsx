import { useState } from 'react'
import type { Refusal } from '../../schema/refusal.ts'
import { isRefusal } from '../../schema/refusal.ts'
import type { ImportPreview } from '../api/answers.ts'
import { request } from '../api/request.ts'
import { Button } from '../controls/button.tsx'
import { Actions } from '../controls/dialog.tsx'
import { TextField } from '../controls/field.tsx'
import { RefusalNotice } from '../controls/notice.tsx'
import { importing } from '../lang/en/import.ts'
import { useSay } from '../lang/say.tsx'

/** Where the words of a new text come from: pasted, chosen, or dropped. */
export function ImportSource({ onRead }: { readonly onRead: (preview: ImportPreview) => void }) {
  const say = useSay()
  const [pasted, setPasted] = useState('')
  const [over, setOver] = useState(false)
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const preview = async (name: string, body: Blob | { readonly text: string }): Promise<void> => {
    setPending(true)
    setRefusal(null)
    // Nothing is stored by it: it may be sent again after a lost connection.
    const answer = await request<ImportPreview>(
      'POST',
      `/api/imports/preview?name=${encodeURIComponent(name)}`,
      {
        body,
        repeatable: true,
      },
    )
    setPending(false)
    if (isRefusal(answer)) setRefusal(answer)
    else onRead(answer)
  }

  return (
    <form
      className="stack sheet"
      onSubmit={(event) => {
        event.preventDefault()
        if (!pending && pasted.trim() !== '') void preview('text.txt', { text: pasted })
      }}
    >
      {refusal ? <RefusalNotice refusal={refusal} /> : null}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping only doubles the field inside */}
      <label
        className={over ? 'drop drop-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const [file] = event.dataTransfer.files
          if (file) void preview(file.name, file)
        }}
      >
        <span className="label">{say(importing.file)}</span>
        <span className="field-help">{say(importing.fileHelp)}</span>
        <input
          type="file"
          accept=".docx,.md,.markdown,.txt,text/plain,text/markdown"
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) void preview(file.name, file)
            // The same file, corrected meanwhile, can be chosen again.
            event.target.value = ''
          }}
        />
      </label>
      <TextField
        label={say(importing.paste)}
        description={say(importing.pasteHelp)}
        value={pasted}
        onChange={setPasted}
        rows={12}
      />
      <Actions>
        <Button
          type="submit"
          tone="primary"
          size="main"
          isPending={pending}
          refusal={pasted.trim() === '' ? say(importing.lead) : null}
        >
          {say(pending ? importing.reading : importing.read)}
        </Button>
      </Actions>
    </form>
  )
}
