/** Options of a Word format. */
import {checkNames} from '../options.ts'
import type {WriterContext} from '../writer.ts'

export interface WordOptions {
  /** Contents have page numbers, which Word fills in when it opens the file, and asks first. @default false */
  contentsPageNumbers: boolean
  /** The file brings the fonts of its text along. @default false */
  embedFonts: boolean
}

/** Check the options of the format; what is wrong is reported, and its default taken. */
export function wordOptions(context: WriterContext): WordOptions {
  checkNames(context, ['contentsPageNumbers', 'embedFonts'], 'a Word format')
  return {
    contentsPageNumbers: flag('contentsPageNumbers', context),
    embedFonts: flag('embedFonts', context)
  }
}

function flag(name: keyof WordOptions, {options, optionAt, report}: WriterContext): boolean {
  const value = options[name] ?? false
  if (typeof value === 'boolean') return value
  const reason = `Unexpected \`${JSON.stringify(value)}\` as \`${name}\` of a Word format, expected \`true\` or \`false\``
  report('pack-invalid', reason, optionAt?.(name))
  return false
}
