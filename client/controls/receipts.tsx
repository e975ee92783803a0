import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useIntl } from 'react-intl'
import type { Refusal } from '../../schema/refusal.ts'
import { isRefusal } from '../../schema/refusal.ts'
import { common } from '../lang/en/common.ts'
import { explain } from '../lang/refusal.ts'
import { useSay } from '../lang/say.tsx'
import { Button } from './button.tsx'

interface Receipt {
  readonly id: number
  readonly says: string | Refusal
}

// Long enough to be read twice; a refusal stays until it is dismissed (WCAG 2.2.1).
const shownMs = 10_000
const most = 4

let receipts: readonly Receipt[] = []
let next = 1
const listeners = new Set<() => void>()

function set(to: readonly Receipt[]): void {
  receipts = to
  listeners.forEach((listener) => listener())
}

/** Shows and announces what was done: "Tabled · EU · 14:03 UTC · act 1,204", or a refusal. */
export function giveReceipt(says: string | Refusal): void {
  set([...receipts, { id: next++, says }].slice(-most))
}

const dismiss = (id: number): void => set(receipts.filter((receipt) => receipt.id !== id))

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where receipts appear. There is one in the page, empty when it loads, so that screen readers watch it. */
export function ReceiptRegion() {
  const say = useSay()
  const shown = useSyncExternalStore(subscribe, () => receipts)
  return (
    <section className="receipts" aria-label={say(common.receipts)}>
      <ol aria-live="polite" aria-relevant="additions">
        {shown.map((receipt) => (
          <Item key={receipt.id} receipt={receipt} />
        ))}
      </ol>
    </section>
  )
}

function Item({ receipt: { id, says } }: { readonly receipt: Receipt }) {
  const say = useSay()
  const element = useRef<HTMLLIElement>(null)
  const refused = isRefusal(says)
  useEffect(() => {
    if (refused) return
    const timer = setInterval(() => {
      // Nothing vanishes under a pointer or while it has the focus.
      if (!element.current?.matches(':hover, :focus-within')) dismiss(id)
    }, shownMs)
    return () => clearInterval(timer)
  }, [id, refused])
  return (
    <li ref={element} className={refused ? 'receipt receipt-refused' : 'receipt'}>
      {isRefusal(says) ? <Refused refusal={says} /> : <p>{says}</p>}
      <Button tone="quiet" onPress={() => dismiss(id)} aria-label={say(common.dismiss)}>
        <span aria-hidden="true">×</span>
      </Button>
    </li>
  )
}

function Refused({ refusal }: { readonly refusal: Refusal }) {
  const { what, why, help } = explain(useIntl(), refusal)
  return (
    <div>
      <p>
        <strong>{what}</strong> {why}
      </p>
      <p>{help}</p>
    </div>
  )
}
