import { runServer } from './run.ts'

await runServer(process.env, (line) => process.stdout.write(`${line}\n`))
