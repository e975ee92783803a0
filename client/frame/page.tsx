import type { ReactNode, RefObject } from 'react'
import { useEffect, useRef } from 'react'
import { common } from '../lang/en/common.ts'
import { useSay } from '../lang/say.tsx'

// The first page of a visit keeps the browser's own beginning; later ones move focus to their heading.
let visited = false

/** Titles the browser window and, on a change of page, moves focus to `heading` so that it is read out. */
export function usePage(title: string, heading: RefObject<HTMLElement | null>): void {
  const say = useSay()
  const product = say(common.product)
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])
  useEffect(() => {
    if (visited) heading.current?.focus({ preventScroll: true })
    else visited = true
    window.scrollTo(0, 0)
  }, [heading])
}

/** A page of the apparatus: one heading, what it is about, the acts it offers, and its content. */
export function Page({
  title,
  heading = title,
  lead,
  actions,
  size = 'plain',
  children,
}: {
  /** Titles the browser window. */
  readonly title: string
  /** Shown at the top, where it differs from the title. */
  readonly heading?: ReactNode
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  /** `narrow` for forms and prose, `plain` for tables. */
  readonly size?: 'narrow' | 'plain' | undefined
  readonly children?: ReactNode
}) {
  const top = useRef<HTMLHeadingElement>(null)
  usePage(title, top)
  return (
    <main id="content" tabIndex={-1} className={`page page-${size}`}>
      <div className="page-head">
        <div className="page-title">
          <h1 ref={top} tabIndex={-1}>
            {heading}
          </h1>
          {lead ? <div className="page-lead">{lead}</div> : null}
        </div>
        {actions ? <div className="page-actions">{actions}</div> : null}
      </div>
      {children}
    </main>
  )
}
