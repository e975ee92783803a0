import { useEffect, useState, useSyncExternalStore } from 'react'
import { isRefusal } from '../../../schema/refusal.ts'
import { Button } from '../../controls/button.tsx'
import { ConfirmDialog } from '../../controls/confirm.tsx'
import { Actions, Dialog } from '../../controls/dialog.tsx'
import { Menu } from '../../controls/menu.tsx'
import { RefusalNotice } from '../../controls/notice.tsx'
import type { DraftConnection } from '../../draft/connection.ts'
import { drafting as words } from '../../lang/en/drafting.ts'
import { useSay } from '../../lang/say.tsx'
import { Connection } from '../bar/connection.tsx'
import { useRoom } from '../context.ts'
import { PartyList } from '../dialogs/party-list.tsx'
import { type Draft, draftsOf, setOpen } from './drafts.ts'

/** Who sees the draft, in a plain sentence, with the ways to change that. */
export function Audience({
  entry,
  seat,
  onMembers,
}: {
  readonly entry: Draft
  /** One's own seat. */
  readonly seat: string
  /** Goes to the draft shared with exactly these others. */
  readonly onMembers: (members: readonly string[]) => void
}) {
  const say = useSay()
  const { text } = useRoom()
  const [open, setShown] = useState(entry.open)
  const [asking, setAsking] = useState<'open' | 'share' | null>(null)
  const [drafts, setDrafts] = useState<readonly Draft[]>([])
  useEffect(() => {
    let gone = false
    void draftsOf(text).then((found) => {
      if (!gone && !isRefusal(found)) setDrafts(found)
    })
    return () => {
      gone = true
    }
  }, [text])
  const others = (draft: Draft) => draft.members.filter((code) => code !== seat)
  const sentence = open
    ? say(words.audienceOpen)
    : entry.members.length === 1
      ? say(words.audienceOwn, { who: seat })
      : say(words.audienceShared, { who: entry.members.join(', ') })
  const close = () => setAsking(null)
  return (
    <div className="desk-audience">
      <span className={open ? 'desk-open' : undefined}>{sentence}</span>
      <Menu
        tone="quiet"
        label={say(words.audience)}
        entries={[
          ...(entry.members.length > 1
            ? [{ id: 'own', label: say(words.ownDraft, { who: seat }), onAction: () => onMembers([]) }]
            : []),
          ...drafts
            .filter(({ id, members }) => id !== entry.id && members.length > 1)
            .map((draft) => ({
              id: draft.id,
              label: say(words.sharedDraft, { who: others(draft).join(', ') }),
              onAction: () => onMembers(others(draft)),
            })),
          { id: 'share', label: say(words.share), onAction: () => setAsking('share') },
          {
            id: 'open',
            label: say(open ? words.closeIt : words.openIt),
            onAction: () => setAsking('open'),
          },
        ]}
      >
        {say(words.audience)}
      </Menu>
      <ConfirmDialog
        title={say(open ? words.closeTitle : words.openTitle)}
        isOpen={asking === 'open'}
        onClose={close}
        action={say(open ? words.closeDo : words.openDo)}
        onConfirm={async () => {
          const answer = await setOpen(entry.id, !open)
          if (isRefusal(answer)) return answer
          setShown(answer.open)
          return undefined
        }}
      >
        <p>{say(open ? words.closeWhat : words.openWhat)}</p>
      </ConfirmDialog>
      {asking === 'share' && <ShareDialog seat={seat} onMembers={onMembers} onClose={close} />}
    </div>
  )
}

function ShareDialog({
  seat,
  onMembers,
  onClose,
}: {
  readonly seat: string
  readonly onMembers: (members: readonly string[]) => void
  readonly onClose: () => void
}) {
  const say = useSay()
  const [codes, setCodes] = useState<readonly string[]>([])
  return (
    <Dialog title={say(words.shareTitle)} isOpen onClose={onClose}>
      <div className="stack">
        <p>{say(words.shareWhat)}</p>
        <PartyList label={say(words.shareWith)} codes={codes} except={[seat]} autoFocus onChange={setCodes} />
        <Actions>
          <Button
            size="main"
            tone="primary"
            refusal={codes.length === 0 ? say(words.shareWith) : null}
            onPress={() => {
              onMembers(codes)
              onClose()
            }}
          >
            {say(words.shareDo)}
          </Button>
        </Actions>
      </div>
    </Dialog>
  )
}

/** How the draft stands with the server, always in one phrase. */
export function SavingPhrase({ connection }: { readonly connection: DraftConnection }) {
  const say = useSay()
  const { live } = useRoom()
  const saving = useSyncExternalStore(connection.subscribe, connection.saving)
  if (saving.refusal) return <RefusalNotice refusal={saving.refusal} />
  const lost = saving.state === 'offline'
  if (!lost && live.offlineSince !== null) return <Connection live={live} />
  return (
    <output className={lost ? 'connection connection-lost' : 'connection'}>
      <span aria-hidden="true" className="connection-mark" />
      {lost
        ? say(saving.kept ? words.offline : words.offlineUnkept)
        : say(saving.state === 'saved' ? words.saved : words.saving)}
    </output>
  )
}
