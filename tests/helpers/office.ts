/** Edits that LibreOffice makes to a file as a person does. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {has} from './programs.ts'

/** `put` is written over the first `find` of the text, or `below` begins a new paragraph under the one it stands in. */
export interface OfficeEdit {
  find: string
  put?: string
  below?: string
}

export interface OfficeTask {
  from: string
  to: string
  edits: readonly OfficeEdit[]
}

/** Pythons that may have LibreOffice's module: the system's, that of the path, and LibreOffice's own. */
const pythons = ['/usr/bin/python3', 'python3', '/Applications/LibreOffice.app/Contents/Resources/python']

/** The Python that can drive LibreOffice; `undefined`, said aloud, where there is none. */
export function officePython(): string | undefined {
  if (!has('soffice')) return
  const found = pythons.find((python) => {
    try {
      execFileSync(python, ['-c', 'import uno'], {stdio: 'ignore'})
      return true
    } catch {
      return false
    }
  })
  if (found === undefined)
    process.stderr.write('skipped: no Python has LibreOffice’s module `uno`, so no file is edited with it\n')
  return found
}

/** Open Word files in LibreOffice, with a profile of this run’s own, edit them and save them as Word files. */
export function editInOffice(python: string, tasks: readonly OfficeTask[]): void {
  const profile = mkdtempSync(join(tmpdir(), 'gatefold-office-'))
  const script = join(import.meta.dirname, 'office-edit.py')
  execFileSync(python, [script, profile], {input: JSON.stringify(tasks), stdio: ['pipe', 'ignore', 'pipe']})
}
