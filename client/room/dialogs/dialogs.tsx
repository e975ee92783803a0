import type { ReactNode } from 'react'
import type { ParagraphView } from '../../../schema/view/passage.ts'
import type { RoomDialog } from '../context.ts'
import { GatheredPanel } from '../asking/gathered-panel.tsx'
import { AskPanel } from '../asking/panel.tsx'
import { InquireDialog } from '../asking/inquire-dialog.tsx'
import { UndertakeDialog } from '../asking/undertake-dialog.tsx'
import { HelpSheet } from '../moving/help.tsx'
import { FloorDialog } from './floor.tsx'
import { GoTo } from './go-to.tsx'
import { MeetingDialog } from './meeting.tsx'
import { PublishDialog } from './publish.tsx'
import { RivalsDialog } from './rivals.tsx'
import { RuleDialog } from './rule.tsx'
import { StatusDialog } from './status.tsx'
import { WithdrawDialog } from './withdraw.tsx'
import { ConfirmStance } from './confirm-stance.tsx'

/** The one dialog of the room that is open. */
export function RoomDialogs({
  dialog,
  paragraphs,
  exporting,
  onGo,
  onClose,
}: {
  readonly dialog: RoomDialog | null
  readonly paragraphs: readonly ParagraphView[]
  /** The export dialog, which other screens use too. */
  readonly exporting: ReactNode
  readonly onGo: (paragraph: string) => void
  readonly onClose: () => void
}) {
  switch (dialog?.type) {
    case undefined:
      return null
    case 'help':
      return <HelpSheet onClose={onClose} />
    case 'goto':
      return <GoTo paragraphs={paragraphs} onGo={onGo} onClose={onClose} />
    case 'floor':
      return <FloorDialog onClose={onClose} />
    case 'meeting':
      return <MeetingDialog onClose={onClose} />
    case 'publish':
      return <PublishDialog paragraphs={paragraphs} onClose={onClose} />
    case 'export':
      return exporting
    case 'status':
      return <StatusDialog paragraph={dialog.paragraph} onClose={onClose} />
    case 'rule':
      return <RuleDialog proposal={dialog.proposal} onClose={onClose} />
    case 'withdraw':
      return <WithdrawDialog proposal={dialog.proposal} onClose={onClose} />
    case 'rivals':
      return <RivalsDialog proposal={dialog.proposal} onClose={onClose} />
    case 'ask':
      return <AskPanel ask={dialog.ask} onClose={onClose} />
    case 'gathered':
      return <GatheredPanel onClose={onClose} />
    case 'undertake':
      return <UndertakeDialog proposal={dialog.proposal} onClose={onClose} />
    case 'inquire':
      return <InquireDialog met={dialog.met} onClose={onClose} />
    case 'stance':
      return <ConfirmStance proposal={dialog.proposal} stance={dialog.stance} onClose={onClose} />
  }
}
