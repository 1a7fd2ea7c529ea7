/** Programs that give a second opinion on what was made. */
import {execFileSync} from 'node:child_process'

/** True where `program` is installed; in CI it has to be. */
export function has(program: string, flag = '--version'): boolean {
  try {
    execFileSync(program, [flag], {stdio: 'ignore'})
    return true
  } catch {
    if (process.env.CI) throw new Error(`CI needs ${program}`)
    return false
  }
}

/** What `program` prints. */
export function output(program: string, args: readonly string[]): string {
  return execFileSync(program, args, {encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe']})
}
