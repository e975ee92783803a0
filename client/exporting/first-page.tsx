import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../schema/refusal.ts'
import { isRefusal } from '../../schema/refusal.ts'
import { Refused, refusalIn } from '../api/request.ts'
import { explainInline } from '../lang/refusal.ts'
import { exporting } from '../lang/en/exporting.ts'
import { useSay } from '../lang/say.tsx'
import { useIntl } from 'react-intl'
import type { ExportChoice } from './fetch-export.ts'
import { fetchExport, pagePath } from './fetch-export.ts'

/** Choices that follow one another this fast, in milliseconds, are shown together. */
const pauseMs = 200

interface FirstPage {
  readonly html: boolean
  readonly body: string
}

/** The first page of an export as it will be, or why there is none. `at` is the act up to which the text stands now. */
export function useFirstPage(
  text: string,
  choice: ExportChoice,
  at: number,
): { readonly page: FirstPage | null; readonly refusal: Refusal | null; readonly isOld: boolean } {
  const settled = useSettled(choice)
  const { names } = settled
  const path = pagePath(text, settled)
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['first-page', path, at, names],
    queryFn: async ({ signal }): Promise<FirstPage> => {
      const file = await fetchExport(path, signal)
      if (isRefusal(file)) throw new Refused(file)
      return { html: file.blob.type.startsWith('text/html'), body: await file.blob.text() }
    },
    // A page with other names is not left in sight: names may just have been hidden before others.
    placeholderData: (before, query) => (query?.queryKey[3] === names ? before : undefined),
    retry: false,
    staleTime: Infinity,
  })
  const refusal = error ? refusalIn(error) : null
  const isNamed = names === choice.names
  return { page: refusal || !isNamed ? null : (data ?? null), refusal, isOld: isPlaceholderData }
}

/** A value once it has stopped changing. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** A4 at 96 dots an inch: what the page is laid out at before it is drawn smaller. */
const [widthPx, heightPx] = [794, 1123]

/** The first page of the export, in the form of the paper. */
export function FirstPageView({
  page,
  refusal,
  isOld,
  format,
}: ReturnType<typeof useFirstPage> & { readonly format: ExportChoice['format'] }) {
  const say = useSay()
  const intl = useIntl()
  const sheet = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(0.5)
  useEffect(() => {
    const element = sheet.current
    if (!element) return
    const watch = new ResizeObserver(([entry]) => setScale((entry?.contentRect.width ?? 0) / widthPx))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return (
    <figure className="first-page">
      <figcaption className="label">{say(exporting.firstPage)}</figcaption>
      <div ref={sheet} className={isOld ? 'first-page-sheet first-page-old' : 'first-page-sheet'}>
        {refusal ? (
          <p className="first-page-none">
            {refusal.code === 'brackets-open' ? say(exporting.refused) : explainInline(intl, refusal)}
          </p>
        ) : page?.html ? (
          // Its own policy lets nothing run in it. Were scripts barred here too, the tools that check a page for
          // accessibility could not look into it.
          <iframe
            title={say(exporting.firstPage)}
            sandbox="allow-scripts"
            srcDoc={page.body}
            width={widthPx}
            height={heightPx}
            style={{ transform: `scale(${scale})` }}
          />
        ) : page ? (
          <pre className="first-page-plain" dir="auto">
            {page.body}
          </pre>
        ) : (
          <p className="first-page-none">{say(exporting.fetching)}</p>
        )}
      </div>
      {format === 'docx' ? <p className="field-help">{say(exporting.firstPageWord)}</p> : null}
    </figure>
  )
}
