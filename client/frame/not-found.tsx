import { Link } from 'wouter'
import { common } from '../lang/en/common.ts'
import { useSay } from '../lang/say.tsx'
import { Page } from './page.tsx'

/** What an address that leads nowhere shows. */
export function NotFound() {
  const say = useSay()
  return (
    <Page title={say(common.notFoundTitle)} lead={say(common.notFoundWhy)} size="narrow">
      <p>
        <Link href="/">{say(common.notFoundHome)}</Link>
      </p>
    </Page>
  )
}
