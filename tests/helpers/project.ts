/** Real projects on disk, and the command line run on them. */
import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, sep} from 'node:path'
import {expect, onTestFinished} from 'vitest'
import {main} from '../../src/cli/main.ts'
import {digest} from '../../src/world.ts'
import {canValidate, faults} from './word-validator.ts'

export type Files = Readonly<Record<string, string | Uint8Array>>

export interface Ran {
  code: number | null
  out: string
  err: string
}

/** The program as users start it. */
export const program = join(import.meta.dirname, '../../dist/cli.js')

/**
 * Make a project of `files` in a folder of its own, which goes when the test ends. The Word files that were built in it
 * are then judged.
 */
export function project(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatefold-'))
  onTestFinished(async () => {
    const made = wordFilesIn(join(folder, 'output'))
    const found = made.length > 0 && (await canValidate()) ? await faults(made) : []
    rmSync(folder, {recursive: true, force: true})
    expect(found).toEqual([])
  })
  write(folder, files)
  return folder
}

/** Word files in a folder and those in it, sorted. */
export function wordFilesIn(folder: string): string[] {
  if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory()) return []
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.docx'))
    .sort()
    .map((path) => join(folder, path))
}

/** Write files of a project. */
export function write(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), content)
  }
}

/** Run a command line in this process. */
export async function gatefold(
  folder: string,
  argv: readonly string[],
  env: Record<string, string> = {}
): Promise<Ran> {
  const ran = {out: '', err: ''}
  const code = await main(argv, {
    cwd: folder,
    env,
    out: (text) => {
      ran.out += text
    },
    err: (text) => {
      ran.err += text
    },
    interactive: false,
    signal: new AbortController().signal
  })
  return {code, ...ran}
}

/** Run a command line as a process of its own. */
export function start(folder: string, argv: readonly string[], env: Record<string, string> = {}): Ran {
  const {status, stdout, stderr} = spawnSync(process.execPath, [program, ...argv], {
    cwd: folder,
    env: {...process.env, ...env},
    encoding: 'utf8'
  })
  return {code: status, out: stdout, err: stderr}
}

/** Files below a folder, path → sha256, sorted. */
export function digests(folder: string): Record<string, string> {
  const paths = readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort()
  const files = paths.filter((path) => statSync(join(folder, path)).isFile())
  return Object.fromEntries(files.map((path) => [path.split(sep).join('/'), digest(readFileSync(join(folder, path)))]))
}
