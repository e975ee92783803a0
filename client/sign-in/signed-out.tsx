import { useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../controls/button.tsx'
import { Actions } from '../controls/dialog.tsx'
import { TextField } from '../controls/field.tsx'
import { Page } from '../frame/page.tsx'
import { signIn } from '../lang/en/sign-in.ts'
import { useSay } from '../lang/say.tsx'

/** All that a signed-out person sees, at whatever address they came to. */
export function SignedOut() {
  const say = useSay()
  const [path, navigate] = useLocation()
  const [pasted, setPasted] = useState('')
  const [wrong, setWrong] = useState(false)
  return (
    <Page title={say(signIn.title)} lead={say(signIn.lead)} size="narrow">
      <form
        className="stack sheet"
        onSubmit={(event) => {
          event.preventDefault()
          const token = tokenIn(pasted)
          if (token === null) setWrong(true)
          else navigate(`/sign-in/${token}`)
        }}
      >
        <p>{say(signIn.how)}</p>
        <TextField
          label={say(signIn.field)}
          description={say(signIn.fieldHelp)}
          value={pasted}
          onChange={(value) => {
            setPasted(value)
            setWrong(false)
          }}
          error={wrong ? say(signIn.fieldError) : undefined}
          autoComplete="off"
        />
        <Actions>
          <Button type="submit" tone="primary" size="main">
            {say(signIn.go)}
          </Button>
        </Actions>
      </form>
      <p>{say(signIn.lost)}</p>
      {path === '/' ? null : <p className="muted">{say(signIn.returnsTo)}</p>}
    </Page>
  )
}

/** The secret in a pasted sign-in address; null when there is none. */
export function tokenIn(pasted: string): string | null {
  return /\/sign-in\/([\w-]{8,200})/.exec(pasted)?.[1] ?? null
}
