import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { common } from '../lang/en/common.ts'
import { useSay } from '../lang/say.tsx'
import { Button } from './button.tsx'

interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** `wide` for tables, `widest` for a page beside its choices; `plain` keeps a readable line. */
  readonly size?: 'plain' | 'wide' | 'widest' | undefined
  /** An alert dialog interrupts: it is announced at once and closes by its buttons or Escape only. */
  readonly alert?: boolean | undefined
}

/** A modal dialog: focus moves in, stays in, and returns to where it came from. Escape closes it. */
export function Dialog({ title, isOpen, onClose, children, size = 'plain', alert = false }: DialogProps) {
  const say = useSay()
  return (
    <ModalOverlay
      className="dialog-ground"
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable={!alert}
    >
      <Modal className={`dialog dialog-${size}`}>
        <AriaDialog className="dialog-body" role={alert ? 'alertdialog' : 'dialog'}>
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <Button tone="quiet" onPress={onClose} aria-label={say(common.close)}>
              <span aria-hidden="true">×</span>
            </Button>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The row of buttons that ends a dialog or a form. */
export function Actions({ children }: { readonly children: ReactNode }) {
  return <div className="actions">{children}</div>
}
