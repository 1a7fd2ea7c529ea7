import {expect, test} from 'vitest'
import {readText} from '../../helpers/read-text.ts'

/** Pieces that Markdown, directives, HTML and front matter are made of. */
const pieces = [
  ...[':', '::', ':::', '::::', '[', ']', '[]', '{', '}', '{}', '(', ')', '<', '>', '</', '/>', '`', '```', '|', '---'],
  ...['callout', 'figures', 'column', 'columns', 'value', 'lang', 'table', 'programme', 'only', 'include', 'figure'],
  ...[
    'name=x',
    'src=a.svg',
    'lang=fr',
    '#id',
    '.class',
    'header=both',
    '="',
    "='",
    '=',
    '"',
    "'",
    '\\',
    '&amp;',
    '&#0;'
  ],
  ...['- ', '1. ', '> ', '# ', '## ', '**', '_', '~~', '[^a]', '[^a]: ', '[a]: ', '![', '](', 'http://', 'javascript:'],
  ...['<b>', '</b>', '<div>', '<script>', '<!--', '-->', '<template>', '<svg>', '<table>', '<td>', '\ud800'],
  ...['\n', '\n\n', '\r\n', ' ', '  \n', '    ', '\t', 'а', 'ж', 'العربية', 'word', '10:30', '\u00a0', '\u202e', '𝒳']
]

/** A sequence of numbers that looks random and is the same each time (Lehmer). */
function sequence(seed: number) {
  let state = seed
  return (limit: number) => {
    state = (state * 48271) % 2147483647
    return state % limit
  }
}

function junk(seed: number): string {
  const next = sequence(seed)
  return Array.from({length: 1 + next(60)}, () => pieces[next(pieces.length)] ?? '').join('')
}

test('text of any kind is read, or reported, and never throws', () => {
  let reports = 0
  for (let seed = 1; seed <= 500; seed++) {
    const text = (seed % 5 === 0 ? '---\ntitle: ' : '') + junk(seed)
    const {hast, diagnostics} = readText({files: {'content/doc/en.md': text}, values: {x: 1}})
    reports += diagnostics.length
    expect(hast?.type, JSON.stringify(text)).toBe('root')
  }
  expect(reports).toBeGreaterThan(500)
}, 60_000)

test('catalogs of any kind are read, or reported, and never throw', () => {
  const words = [
    'msgid ',
    'msgstr ',
    'msgctxt ',
    'msgid_plural ',
    'msgstr[0] ',
    '#~ ',
    '#, fuzzy',
    '#| ',
    '# ',
    '"',
    '\\'
  ]
  let reports = 0
  for (let seed = 1; seed <= 200; seed++) {
    const next = sequence(seed)
    const mess = Array.from({length: next(30)}, () => (next(3) ? words[next(words.length)] : '\n')).join('')
    const po = `msgid "One."\nmsgstr ${JSON.stringify(junk(seed))}\n\n${mess}`
    const {hast, diagnostics} = readText({files: {'content/doc/en.md': 'One.\n', 'content/doc/mk.po': po}, lang: 'mk'})
    reports += diagnostics.length
    expect(hast?.type, JSON.stringify(po)).toBe('root')
  }
  expect(reports).toBeGreaterThan(200)
}, 60_000)
