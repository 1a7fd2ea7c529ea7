#!/usr/bin/env node
/** The program: this process's terminal and environment, and its exit code. */
import {setFlagsFromString} from 'node:v8'
import {answer} from '../cli/help.ts'
import {loadCode} from './code.ts'

// Most builds are over before optimized code has paid for its compilation: only what is really hot is worth it. Releases
// of Node that this was not measured with keep their own setting.
if (Number.parseInt(process.versions.node, 10) <= 24) {
  setFlagsFromString('--interrupt-budget=1000000')
  setFlagsFromString('--wasm-tiering-budget=200000000')
}

const interruption = new AbortController()
// A second one ends the process at once.
process.once('SIGINT', () => interruption.abort())

// A reader that has seen enough (`gatefold list | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const argv = process.argv.slice(2)
const said = answer(argv[0])
if (said === undefined) await run()
else process.stdout.write(said)

async function run(): Promise<void> {
  const {program, keep} = loadCode({cache: !argv.includes('--no-cache')})
  const {main} = await program.commands()
  process.exitCode = await main(argv, {
    cwd: process.cwd(),
    env: process.env,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    interactive: process.stderr.isTTY === true,
    signal: interruption.signal
  })
  keep()
}
