import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { Refusal } from '../../schema/refusal.ts'
import { explain } from '../lang/refusal.ts'

/** A framed remark in the page. `caution` and `refused` are said at once by screen readers when they appear. */
export function Notice({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'caution' | 'refused' | undefined
  readonly children: ReactNode
}) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'plain' ? 'note' : 'alert'}>
      {children}
    </div>
  )
}

/** A refusal in the place where it happened: what, why, and what to do. `children` may add a way out. */
export function RefusalNotice({
  refusal,
  children,
}: {
  readonly refusal: Refusal
  readonly children?: ReactNode
}) {
  const { what, why, help } = explain(useIntl(), refusal)
  return (
    <Notice tone="refused">
      <p>
        <strong>{what}</strong> {why}
      </p>
      <p>{help}</p>
      {children}
    </Notice>
  )
}

/** What an empty list says: one sentence, and the act that fills it where the reader may do it. */
export function Empty({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {action}
    </div>
  )
}
