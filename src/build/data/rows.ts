/** Data files: the records of a CSV file or a spreadsheet, or of the list in a JSON or YAML file. */
import type {Report} from '../../diagnostic.ts'
import {describe} from '../../shape.ts'
import {OutsideError, type World} from '../../world.ts'
import {readDecoded, readYaml} from '../../yaml.ts'
import {readCsv} from './csv.ts'
import {type Row, rowsOf} from './table.ts'

/** Read the records of `file`; `undefined` where there is none. Its faults are reported, and those records left out. */
export async function readRows(world: World, file: string, report: Report): Promise<Row[] | undefined> {
  const extension = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase()
  if (extension === 'csv') return csvRows(world, file, report)
  if (extension === 'xlsx') return sheetRows(world, file, report)
  if (extension === 'json' || extension === 'yml' || extension === 'yaml') return listRows(world, file, report)
  const reason = `Unexpected data file \`${file}\`, expected one that ends in .csv, .xlsx, .json, .yml or .yaml`
  report('data-invalid', reason, {file})
  return []
}

function csvRows(world: World, file: string, report: Report): Row[] | undefined {
  const text = readDecoded(world, file, report)
  return text === undefined ? undefined : rowsOf(readCsv(text, file, report), file, report)
}

async function sheetRows(world: World, file: string, report: Report): Promise<Row[] | undefined> {
  const bytes = readBytes(world, file, report)
  if (!bytes) return
  const {readSheet} = await import('./sheet.ts')
  return rowsOf(await readSheet(bytes, file, report), file, report)
}

function listRows(world: World, file: string, report: Report): Row[] | undefined {
  const yaml = readYaml(world, file, report)
  if (!yaml) return
  if (!Array.isArray(yaml.value)) {
    report('data-invalid', `Unexpected ${describe(yaml.value)}, expected a list of records`, yaml.at([]))
    return []
  }
  return yaml.value.flatMap((values: unknown, index) => {
    const at = yaml.at([index])
    const line = at.position && 'start' in at.position ? at.position.start.line : 1
    if (typeof values === 'object' && values !== null && !Array.isArray(values)) return [{values: {...values}, line}]
    report('data-invalid', `Unexpected ${describe(values)}, expected a record of names and values`, at)
    return []
  })
}

function readBytes(world: World, file: string, report: Report): Uint8Array | undefined {
  try {
    return world.read(file)
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    report('file-outside', `Unexpected path \`${file}\` out of the project`)
    return
  }
}
