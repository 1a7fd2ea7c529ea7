/**
 * The program's one script, with the code that V8 made of it the last time. Compiling it is a quarter of a short run,
 * so what was compiled is kept beside the program: one file for each program, release of Node and set of its flags,
 * which its name tells apart. It is never needed: where it is missing, refused by V8 or cannot be written, the script
 * is compiled as always, and does the same.
 */
import {readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {cachedDataVersionTag, getHeapCodeStatistics} from 'node:v8'
import {Script} from 'node:vm'
import type * as program from './program.ts'

/** Name of the script beside this file; the bundle says it, with the digest of the script in it. */
declare const scriptName: string

export interface Code {
  program: typeof program
  /** Keep what was compiled by now, if it is much that was not kept before. */
  keep(): void
}

/** Bytes of code that are worth writing the file anew. */
const worthKeeping = 256 * 1024

/** One run in so many looks for code that is worth keeping besides what is kept. */
const measuredRuns = 8

/** Load the program, without kept code where `cache` is false. */
export function loadCode({cache}: {cache: boolean}): Code {
  const filename = join(dirname(fileURLToPath(import.meta.url)), scriptName)
  const kept = `${filename}.${cachedDataVersionTag().toString(16)}.code`
  const cachedData = cache ? readIfThere(kept) : undefined
  // The script is ASCII; as Latin-1 it needs no decoding.
  const script = new Script(readFileSync(filename, 'latin1'), {filename, ...(cachedData && {cachedData})})
  const isKept = cachedData !== undefined && script.cachedDataRejected !== true
  // What other documents need is added by and by. Measuring takes about as long as compiling a page: some runs do it.
  const before = isKept && process.pid % measuredRuns === 0 ? codeSize() : undefined

  const module = {exports: {}}
  script.runInThisContext()(createRequire(import.meta.url), module, module.exports, filename)
  return {
    // The script is made of it.
    program: module.exports as typeof program,
    keep() {
      if (!cache || (isKept && before === undefined)) return
      if (codeSize() - (before ?? 0) > worthKeeping) writeIfAllowed(kept, script.createCachedData())
    }
  }
}

function codeSize(): number {
  return getHeapCodeStatistics().bytecode_and_metadata_size
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return
  }
}

/** Write the file whole or not at all; a program that is installed read-only goes without. */
function writeIfAllowed(file: string, bytes: Uint8Array): void {
  const temporary = `${file}-${process.pid}-${performance.now()}.tmp`
  try {
    writeFileSync(temporary, bytes, {flag: 'wx', flush: true})
    renameSync(temporary, file)
  } catch {
    rmSync(temporary, {force: true})
  }
}
