/** The fixed words of a pack. */
import * as z from 'zod'
import type {Report} from '../diagnostic.ts'
import {createLocale, isLanguageTag, type Locale, type Strings} from '../locale.ts'
import {checkShape} from '../shape.ts'
import {type Door, keep} from '../world/keep.ts'
import type {World} from '../world.ts'
import {readYaml} from '../yaml.ts'
import {type Mapping, merge} from './merge.ts'
import type {Pack} from './pack.ts'

const text = z.string({error: 'text'})

/** strings/<lang>.yml: what a locale is made of, and any number of words. */
const stringsSchema = z
  .object({
    locale: text.refine(isLanguageTag, {error: 'a BCP 47 language tag'}).optional(),
    dir: z.enum(['ltr', 'rtl'], {error: '`ltr` or `rtl`'}).optional(),
    numbers: z.strictObject({group: text.optional(), decimal: text.optional(), minus: text.optional()}).optional(),
    dates: z
      .strictObject({
        months: z.array(text).length(12, {error: 'the names of twelve months'}).optional(),
        weekdays: z.array(text).length(7, {error: 'the names of seven days'}).optional(),
        date: text.optional(),
        month: text.optional(),
        day: text.optional(),
        first: text.optional()
      })
      .optional(),
    quotes: z.array(text).min(2, {error: 'two or four quotation marks'}).max(4).optional(),
    list: z.strictObject({separator: text.optional(), last: text.optional()}).optional()
  })
  .catchall(text)

/**
 * The locale of a document: strings/<lang>.yml along the pack's `extends`, words it lacks taken from the languages of
 * `fallback`, in order (the source language last). A tag that is none, or has no strings file, is `language-unknown`.
 */
export function loadLocale(
  world: World,
  pack: Pack,
  {lang, fallback, report}: {lang: string; fallback: readonly string[]; report: Report}
): Locale | undefined {
  if (!isLanguageTag(lang)) {
    report('language-unknown', `Unexpected language \`${lang}\`, expected a BCP 47 tag such as \`mk\``)
    return
  }
  const door = {world, report}
  const own = loadStrings(door, pack.folders, lang)
  if (!own) {
    report(
      'language-unknown',
      `Unexpected language \`${lang}\`, expected one that the pack \`${pack.name}\` has words for`
    )
    return
  }
  const others = fallback.filter((other) => other !== lang && isLanguageTag(other))
  const chain = others.map((other) => loadStrings(door, pack.folders, other))
  return createLocale(lang, [own, ...chain.filter((strings) => strings !== undefined)], report)
}

/** Strings of one language: `sr-Latn-RS` over `sr-Latn` over `sr`, in each of them the nearest pack over its bases. */
const loadStrings = keep(readStrings, {key: (folders, lang) => [...folders, lang].join('\n'), limit: 64})

function readStrings({world, report}: Door, folders: readonly string[], lang: string): Strings | undefined {
  const parts = lang.split('-')
  const tags = parts.map((_, index) => parts.slice(0, index + 1).join('-'))
  let strings: Mapping | undefined
  for (const tag of tags)
    for (const folder of [...folders].reverse()) {
      const yaml = readYaml(world, `${folder}/strings/${tag}.yml`, report)
      const checked = yaml && checkShape(stringsSchema, yaml, {rule: 'pack-invalid', report})
      if (checked) strings = merge(strings ?? {}, checked)
    }
  // Checked above, file by file; merging keeps the shape.
  return strings as Strings | undefined
}
