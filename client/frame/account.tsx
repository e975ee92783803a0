import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { DialogTrigger, Dialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { useLocation } from 'wouter'
import { isRefusal } from '../../schema/refusal.ts'
import type { Me } from '../api/answers.ts'
import { forgetPerson } from '../api/queries.ts'
import { request } from '../api/request.ts'
import { Button } from '../controls/button.tsx'
import { ConfirmDialog } from '../controls/confirm.tsx'
import { Choice } from '../controls/tick.tsx'
import { common } from '../lang/en/common.ts'
import { useSay } from '../lang/say.tsx'
import type { Density, Theme } from './appearance.ts'
import { setAppearance, storedAppearance } from './appearance.ts'
import { clearDevice, holdsUnsynced } from './device.ts'

/** Who is signed in; opens to the appearance of the page and the way out. */
export function Account({ me, identity }: { readonly me: Me; readonly identity: ReactNode }) {
  const say = useSay()
  const [leaving, setLeaving] = useState(false)
  return (
    <>
      <DialogTrigger>
        <AriaButton className="account-button">
          <span className="unseen">{say(common.account)}: </span>
          {identity}
          <span aria-hidden="true" className="select-mark" />
        </AriaButton>
        <Popover className="popover account-popover" placement="bottom end" offset={4}>
          <Dialog className="account" aria-label={say(common.account)}>
            {({ close }) => (
              <>
                <p>
                  <strong>
                    <bdi>{me.person.name}</bdi>
                  </strong>
                  {me.person.email ? <span className="option-help">{me.person.email}</span> : null}
                </p>
                <AppearanceChoice />
                <Button
                  size="main"
                  onPress={() => {
                    close()
                    setLeaving(true)
                  }}
                >
                  {say(common.signOut)}
                </Button>
              </>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
      <SignOut isOpen={leaving} onClose={() => setLeaving(false)} />
    </>
  )
}

function AppearanceChoice() {
  const say = useSay()
  const [appearance, set] = useState(storedAppearance)
  const change = (part: Partial<typeof appearance>): void => {
    const changed = { ...appearance, ...part }
    set(changed)
    setAppearance(changed)
  }
  return (
    <>
      <Choice
        label={say(common.appearance)}
        value={appearance.theme}
        onChange={(theme) => change({ theme: theme as Theme })}
        options={[
          { id: 'system', label: say(common.themeSystem) },
          { id: 'day', label: say(common.themeDay) },
          { id: 'night', label: say(common.themeNight) },
        ]}
      />
      <Choice
        label={say(common.density)}
        value={appearance.density}
        onChange={(density) => change({ density: density as Density })}
        options={[
          { id: 'comfortable', label: say(common.densityComfortable) },
          { id: 'compact', label: say(common.densityCompact) },
        ]}
      />
    </>
  )
}

function SignOut({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const say = useSay()
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  const unsynced = isOpen && holdsUnsynced()
  return (
    <ConfirmDialog
      title={say(common.signOutTitle)}
      isOpen={isOpen}
      onClose={onClose}
      action={say(common.signOut)}
      tone={unsynced ? 'danger' : 'primary'}
      onConfirm={async () => {
        const answer = await request('POST', '/api/sign-out')
        if (isRefusal(answer) && answer.code !== 'signed-out') return answer
        // The room closes its drafts before they are deleted from under it.
        navigate('/')
        forgetPerson(queries)
        await clearDevice()
        return undefined
      }}
    >
      <p>{say(unsynced ? common.signOutWarning : common.signOutPlain)}</p>
    </ConfirmDialog>
  )
}
