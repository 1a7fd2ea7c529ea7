import {readdirSync, readFileSync} from 'node:fs'
import {po} from 'gettext-parser'
import {describe, expect, test} from 'vitest'
import {plan} from '../../../src/build/plan.ts'
import {targetsOf, textsOf, unitsFor} from '../../../src/build/texts.ts'
import {Diagnostics} from '../../../src/diagnostic.ts'
import {extract} from '../../../src/translation/extract.ts'
import {diskWorld, programRoot, readText} from '../../../src/world.ts'

/** How a language is written: what each pattern finds is wrong. Catalogs and reviewers' eyes use the same list. */
const typography: Record<string, Record<string, RegExp>> = {
  all: {
    'straight quote': /["']/,
    'hyphen as a dash': / -|- /,
    'em dash': /—/,
    'three dots': /\.\.\./,
    'dash that is not tied to the word before it': / –/,
    'two spaces': / {2}/,
    'space at an end': /^\s|\s$/
  },
  mk: {
    'foreign quotes': /[”«»]/,
    'opening quote at the end of a word': /[\p{L}.,]„/u,
    'thousands or decimals of another language': /\d,\d{3}|\d\.\d{1,2}(?!\d)/,
    'Latin letter in a Cyrillic word': /\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u
  },
  en: {
    'foreign quotes': /[„«»]/,
    'thousands or decimals of another language': /\d\.\d{3}|\d[ \u{a0}\u{202f}]\d{3}/u
  },
  sq: {
    'foreign quotes': /[”«»]/,
    'thousands or decimals of another language': /\d[.,]\d{3}|\d[ \u{202f}]\d{3}/u
  },
  fr: {
    'foreign quotes': /„/,
    'guillemet without its space': /«[^\u{a0}]|[^\u{a0}]»/u,
    'colon without its space': /[^\u{a0}\d]:|\u{202f}:/u,
    'sign without its narrow space': /[^\u{202f}][;!?]/u,
    'thousands or decimals of another language': /\d[.,]\d{3}|\d[ \u{a0}]\d{3}/u,
    'capital without its accent': /\b(Etat|Etre|Elabor|Egal|A (?:propos|l’origine))/
  },
  ar: {
    'foreign quotes': /[“”„]/,
    'Latin punctuation': /[,;?]/,
    'European digit': /[0-9]/,
    kashida: /ـ/,
    'space before a sign': /\s[،؛؟.:]/
  }
}

const catalogs = readdirSync(new URL('../../../content/', import.meta.url), {recursive: true, encoding: 'utf8'})
  .filter((name) => name.endsWith('.po'))
  .sort()

test('every publication has its catalogs', () => {
  expect(catalogs).toEqual([
    'guide/ar.po',
    'guide/fr.po',
    'guide/mk.po',
    'guide/sq.po',
    'iom/ar.po',
    'iom/en.po',
    'iom/fr.po',
    'iom/sq.po',
    'shared/contact/ar.po',
    'shared/contact/fr.po',
    'shared/contact/mk.po',
    'shared/contact/sq.po'
  ])
})

test('the catalogs have every unit of their texts and no other: an extract changes nothing', async () => {
  const world = diskWorld(programRoot())
  const {list, report} = new Diagnostics()
  const extracted = (await plan(world)).publications.flatMap((publication) => {
    const texts = textsOf(world, publication, report)
    return targetsOf(publication).flatMap((lang) =>
      texts.map((text) => {
        const file = `${text.folder}/${lang}.po`
        const before = readText(world, file)
        const options = {file, lang, source: publication.source, report}
        const {text: after, ...counts} = extract(before, unitsFor(world, text, lang) ?? [], options) ?? {}
        return {file, counts, same: after === before}
      })
    )
  })
  expect(list).toEqual([])
  expect(extracted.map(({file}) => file.replace('content/', '')).sort()).toEqual(catalogs)
  for (const {counts, same} of extracted) {
    expect(counts).toEqual({added: 0, changed: 0, obsolete: 0})
    expect(same).toBe(true)
  }
})

test('the guide counts its own formats and languages', async () => {
  const {publications} = await plan(diskWorld(programRoot()))
  const [{formats = [], languages = []} = {}] = publications.find(({name}) => name === 'guide')?.editions ?? []
  const text = readText(diskWorld(programRoot()), 'content/guide/en.md')
  expect(text).toContain(`**${formats.length} formats**`)
  expect(text).toContain(`**${languages.length}** languages`)
})

describe.each(catalogs)('content/%s', (name) => {
  const value = readFileSync(new URL(`../../../content/${name}`, import.meta.url), 'utf8')
  const lang = name.replace(/^.*\/|\.po$/g, '')
  const {headers, units} = read(value)

  test('says what it is, and has neither fuzzy nor obsolete entries', () => {
    expect(headers).toMatchObject({Language: lang, 'Content-Type': 'text/plain; charset=UTF-8'})
    expect(value.match(/^#(,.*fuzzy|\||~).*$/gm)).toBeNull()
    expect(value).toBe(value.normalize('NFC'))
  })

  test.each(units)('$msgid', ({msgid, msgstr}) => {
    expect(msgstr).not.toBe('')
    expect(marks(msgstr)).toEqual(marks(msgid))

    const found = Object.entries({...typography.all, ...typography[lang]})
      .map(([fault, pattern]) => ({fault, at: pattern.exec(proseOf(msgstr))?.[0]}))
      .filter(({at}) => at !== undefined)
    expect(found).toEqual([])
  })
})

/** The entries of a catalog in their order, without its header. */
function read(value: string): {headers: Record<string, string>; units: {msgid: string; msgstr: string}[]} {
  const {headers, translations} = po.parse(value)
  const entries = Object.values(translations).flatMap((context) => Object.values(context))
  const units = entries.filter(({msgid}) => msgid !== '').map(({msgid, msgstr}) => ({msgid, msgstr: msgstr.join('|')}))
  return {headers, units}
}

/** What a translation must keep: code, addresses, notes, directives with their attributes, emphasis, line ends. */
function marks(markdown: string): string[] {
  const kept = /`[^`]+`|\]\([^)]*\)|<[^>]+>|\[\^\w+\]|:\w+(?=[[{])|\{[^}]*\}|~~|\*+|\\\n/g
  return [...markdown.matchAll(kept)].map(([mark]) => mark).sort()
}

/** A text without code, addresses, phone numbers and directives' attributes: what the rules of typography are for. */
function proseOf(markdown: string): string {
  return markdown
    .replace(/`[^`]+`/g, 'x')
    .replace(/\[[+\d ]+\]\(tel:[^)]*\)|<[^>]+>|\]\([^)]*\)|\[\^\w+\]|\{[^}]*\}/g, '')
    .replace(/:(?=lang\[|value\b)/g, '')
    .replace(/\\\n/g, '\n')
}
