/** Options of the formats that the PDF writer makes. */
import {expected} from '../../nearest.ts'
import {type PrintOptions, printOptions, printSchema} from '../../theme/print-schema.ts'
import {checkNames} from '../options.ts'
import type {WriterContext} from '../writer.ts'

/** Check the options of the format: an unknown one or an unknown master is reported. Gives those for print. */
export function readOptions(context: WriterContext): PrintOptions {
  // `masters` names the page masters that the template stands on.
  checkNames(context, ['masters', ...Object.keys(printOptions)], 'a PDF format')
  checkMasters(context)
  // Their values were checked with template.yml.
  return printSchema.parse(context.options)
}

function checkMasters({options: {masters}, optionAt, theme, report}: WriterContext): void {
  const at = optionAt?.('masters')
  const names = Object.keys(theme.masters)
  if (masters === undefined) return
  if (!Array.isArray(masters))
    report('pack-invalid', 'Unexpected option `masters`, expected a list of page masters', at)
  else
    for (const master of masters.map(String))
      if (!names.includes(master))
        report('master-unknown', `Unexpected page master \`${master}\`, expected ${expected(master, names)}`, at)
}
