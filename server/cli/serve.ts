import { runServer } from '../run.ts'

/** Runs the server; what `npm start` does once everything is installed and built. */
export async function serve(): Promise<number> {
  await runServer(process.env, console.log)
  return Number(process.exitCode ?? 0)
}
