/** New files of a project: written whole, and never over a file that is there. */
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {writeWhole} from '../build/outputs.ts'
import type {Terminal} from './command.ts'

/** Write those of `files` (path → text) that `folder` does not have, and say for each which it was. */
export async function writeNew(
  folder: string,
  files: Readonly<Record<string, string>>,
  say: Terminal['err']
): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    if (existsSync(join(folder, path))) say(`kept     ${path}\n`)
    else {
      await writeWhole(folder, path, new TextEncoder().encode(text))
      say(`created  ${path}\n`)
    }
  }
}
