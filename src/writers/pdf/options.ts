/** Options of the formats that the PDF writer makes. */
import {expected} from '../../nearest.ts'
import {checkNames} from '../options.ts'
import type {WriterContext} from '../writer.ts'

/** What a format may say; `masters` names the page masters that its template stands on. */
const known = ['masters'] as const
/** For the print shop: told, and not yet done. */
const unsupported = ['bleed', 'marks'] as const

/** Check the options of the format: an unknown one or an unknown master is reported. */
export function checkOptions(context: WriterContext): void {
  const {options, theme, report} = context
  for (const name of unsupported)
    if (name in options)
      report('writer-unsupported', `Unexpected option \`${name}\`, expected a PDF for reading, without it`)
  checkNames(context, [...known, ...unsupported], 'a PDF format')

  const {masters} = options
  const names = Object.keys(theme.masters)
  if (masters === undefined) return
  if (!Array.isArray(masters)) report('pack-invalid', 'Unexpected option `masters`, expected a list of page masters')
  else
    for (const master of masters.map(String))
      if (!names.includes(master))
        report('master-unknown', `Unexpected page master \`${master}\`, expected ${expected(master, names)}`)
}
