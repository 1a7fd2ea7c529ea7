/** Texts taken to pieces once: titles are tried at several sizes, columns at several heights. */
import type {Run} from '../content.ts'
import {buildInlines, type InlineContext} from './inlines.ts'
import type {Inline} from './items.ts'
import {checkSvgText} from './svg-text.ts'

/** The pieces of a text by its runs; `key` is what else they depend on. */
export type BuiltInlines = WeakMap<readonly Run[], {key: string; inlines: readonly Inline[]}>

/** The pieces of `runs`, shared by all who place them. */
export function builtInlines(runs: readonly Run[], context: InlineContext, built: BuiltInlines): readonly Inline[] {
  const key = `${context.lang} ${context.dir} ${context.hyphenate}`
  const known = built.get(runs)
  if (known?.key === key) return known.inlines
  for (const {picture} of runs) if (picture?.kind === 'svg') checkSvgText(picture, context)
  const inlines = buildInlines(runs, context)
  built.set(runs, {key, inlines})
  return inlines
}
