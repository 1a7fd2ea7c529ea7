/** A writer's context from a pack that ships with the program, with its real fonts. */
import {Diagnostics} from '../../src/diagnostic.ts'
import {formatOf, themeOf} from '../../src/template/format.ts'
import {loadPack} from '../../src/template/pack.ts'
import {loadLocale} from '../../src/template/strings.ts'
import {diskWorld, programRoot} from '../../src/world.ts'
import type {WriterContext} from '../../src/writers/writer.ts'

export interface PackContext extends WriterContext {
  diagnostics: Diagnostics
}

/** Make the context of the format `format` of the pack `name` in `lang`. */
export function packContext(name: string, format: string, lang: string): PackContext {
  const diagnostics = new Diagnostics()
  const {report} = diagnostics
  const world = diskWorld(programRoot())
  const pack = loadPack(world, name, report)
  const found = pack && formatOf(pack, format, report)
  const locale = pack && loadLocale(world, pack, {lang, fallback: ['en'], report})
  if (!pack || !found || !locale) throw new Error(JSON.stringify(diagnostics.list))
  const theme = themeOf(pack, found, {script: locale.script, overrides: {}, report})
  return {world, theme, locale, report, format: found.name, options: found.options, diagnostics}
}
