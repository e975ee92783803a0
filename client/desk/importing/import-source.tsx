import { useState } from 'react'
import type { Refusal } from '../../../schema/refusal.ts'
import { isRefusal, refuse } from '../../../schema/refusal.ts'
import type { ImportPreview } from '../../api/answers.ts'
import { request } from '../../api/request.ts'
import { Button } from '../../controls/button.tsx'
import { Actions } from '../../controls/dialog.tsx'
import { TextField } from '../../controls/field.tsx'
import { RefusalNotice } from '../../controls/notice.tsx'
import { importing } from '../../lang/en/import.ts'
import { useSay } from '../../lang/say.tsx'

/** Bytes of a file that the server reads; more need not be sent to be refused. */
const maxBytes = 20 << 20

/** What stands behind pasted words: the page they were copied from, as long as they are as they were pasted. */
interface Copied {
  readonly html: string | null
  readonly isChanged: boolean
}

/** A page that divides nothing into paragraphs says less than the words alone. */
const isFormatted = (html: string): boolean => /<(?:p|h[1-6]|li|div|td)[\s>]/i.test(html)

/** Where the words of a new text come from: pasted, chosen, or dropped. */
export function ImportSource({ onRead }: { readonly onRead: (preview: ImportPreview) => void }) {
  const say = useSay()
  const [pasted, setPasted] = useState('')
  const [copied, setCopied] = useState<Copied>({ html: null, isChanged: false })
  const [over, setOver] = useState(false)
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const preview = async (name: string, body: Blob | string): Promise<void> => {
    if (body instanceof Blob && body.size > maxBytes)
      return setRefusal(refuse('too-large', { what: 'file', limit: maxBytes }))
    setPending(true)
    setRefusal(null)
    // Nothing is stored by it: it may be sent again after a lost connection.
    const answer = await request<ImportPreview>(
      'POST',
      `/api/imports/preview?name=${encodeURIComponent(name)}`,
      {
        body: typeof body === 'string' ? { text: body } : body,
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
        if (pending || pasted.trim() === '') return
        const { html } = copied
        void (html === null ? preview('text.txt', pasted) : preview('text.html', new Blob([html])))
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
          accept=".docx,.html,.htm,.md,.markdown,.txt,text/html,text/plain,text/markdown"
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
        onChange={(words) => {
          setPasted(words)
          setCopied(({ html, isChanged }) => ({
            html: null,
            isChanged: words !== '' && (isChanged || html !== null),
          }))
        }}
        onPaste={(event) => {
          const { value, selectionStart, selectionEnd } = event.currentTarget
          const isAll =
            value.slice(0, selectionStart ?? 0).trim() + value.slice(selectionEnd ?? 0).trim() === ''
          const [html, words] = ['text/html', 'text/plain'].map((type) => event.clipboardData.getData(type))
          if (!isAll || !html || !words || !isFormatted(html)) return
          // The words are shown; what is read is what stands behind them.
          event.preventDefault()
          setPasted(words)
          setCopied({ html, isChanged: false })
        }}
        rows={12}
      />
      {copied.html !== null || copied.isChanged ? (
        <output className="field-help">
          {say(copied.isChanged ? importing.formattedLost : importing.formatted)}
        </output>
      ) : null}
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
