import { workApart } from '../server/apart.ts'

/** A job of `apart.test.ts`: it ends as it is told to. */
workApart((how: string) => {
  if (how === 'dies') process.kill(process.pid, 'SIGSEGV')
  if (how === 'throws') throw new Error('as asked')
  return how === 'answers' ? { how } : new Promise(() => {})
})
