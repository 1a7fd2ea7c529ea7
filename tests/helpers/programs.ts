/** Programs that give a second opinion on what was made. */
import {execFileSync} from 'node:child_process'

/** True where `program` is installed. A test that needs it is skipped elsewhere, and this says so. */
export function has(program: string, flag = '--version'): boolean {
  try {
    execFileSync(program, [flag], {stdio: 'ignore'})
    return true
  } catch {
    process.stderr.write(`skipped: ${program} is not installed, so nothing is compared with it\n`)
    return false
  }
}

/** What `program` prints. */
export function output(program: string, args: readonly string[]): string {
  return execFileSync(program, args, {encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe']})
}
