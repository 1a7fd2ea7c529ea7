/** Pages of Word files: covers, first pages, columns and paper of every size, as Word, pandoc and LibreOffice see them. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest'
import {plan} from '../../src/build/plan.ts'
import {compile} from '../../src/compile.ts'
import type {Document} from '../../src/document/nodes.ts'
import {diskWorld, programRoot} from '../../src/world.ts'
import {docx} from '../../src/writers/docx.ts'
import {pandocLines} from '../helpers/pandoc-lines.ts'
import {has, output} from '../helpers/programs.ts'
import {type Files, gatefold, project} from '../helpers/project.ts'
import {documentLines} from '../helpers/tree-lines.ts'
import {canValidate, faults} from '../helpers/word-validator.ts'

const validates = await canValidate()
const folder = mkdtempSync(join(tmpdir(), 'gatefold-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const reports = ['iom', 'guide'].flatMap((publication) => ['mk', 'ar'].map((lang) => ({publication, lang})))
const file = ({publication, lang}: (typeof reports)[number]) => join(folder, `${publication}-${lang}.docx`)
const documents = new Map<string, Document>()

beforeAll(async () => {
  const world = diskWorld(programRoot())
  const {jobs} = await plan(world)
  for (const report of reports) {
    const {publication, lang} = report
    const job = jobs.find((one) => one.publication === publication && one.lang === lang && one.format === 'report')
    if (!job) throw new Error('No such report')
    const write = vi.spyOn(docx, 'write')
    const {bytes} = await compile(job, world)
    const [document] = write.mock.calls[0] ?? []
    write.mockRestore()
    if (!bytes || !document) throw new Error('No such file')
    const again = await compile(job, world)
    expect(Buffer.compare(bytes, again.bytes ?? Buffer.of())).toBe(0)
    documents.set(file(report), document)
    writeFileSync(file(report), bytes)
  }
})

// A verdict takes seconds: the guide is judged in one language.
const judged = reports.filter(({publication, lang}) => publication === 'iom' || lang === 'ar')
test.runIf(validates)('reports are valid', async () => expect(await faults(judged.map(file))).toEqual([]), 120_000)

/** What stands in one line of a Word file is two blocks of the Document: words are compared, each in its place. */
const words = (lines: readonly string[]) => lines.join(' ').split(/\s+/)

test.runIf(has('pandoc')).each(reports)(
  'pandoc reads cover and text of $publication, $lang, once and in order',
  (report) => {
    const document = documents.get(file(report))
    if (!document) throw new Error('No such document')
    const read = pandocLines(file(report)).map((line) => line.replace(/^!\[.*(https?:[^\]\s]*)[^\]]*\]$/, '![… $1]'))
    expect(words(read)).toEqual(words(documentLines(document)))
    expect(words(read).length).toBeGreaterThan(300)
  }
)

describe.runIf(has('soffice') && has('pdftotext', '-v'))('LibreOffice sets a report', () => {
  const pages = (from: string): string[] => {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, from], {stdio: 'ignore'})
    return output('pdftotext', ['-layout', from.replace(/docx$/, 'pdf'), '-'])
      .split('\f')
      .slice(0, -1)
  }

  test('on a cover, a first page without its title, and further ones with it', () => {
    const [cover, first, ...further] = pages(file({publication: 'iom', lang: 'mk'}))
    expect(cover?.replace(/\s+/g, ' ').trim()).toBe(
      'Меѓународна организација за миграција ИОМ во Светот Хумана и законита миграција во корист и на мигрантите и на општеството Информативна брошура · 2026 www.example.org'
    )
    expect(first).toMatch(/^\s*Меѓународна организација за миграција\n\s*Содржина\n/)
    expect(first).not.toContain('ИОМ во Светот')
    expect(further).toHaveLength(2)
    for (const page of further) expect(page).toMatch(/^\s*Меѓународна организација за миграција +ИОМ во Светот\n/)
    expect(further.at(-1)).toContain('Страница 4 од 4')
  }, 120_000)
})

const art = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h9v9z" fill="var(--rule)"/></svg>'

/** A pack with pages that a careless file gets wrong. */
const template = `
extends: base
formats:
  shaded: {extends: report, template: shaded.hbs}
  drawn: {extends: report, template: drawn.hbs}
  three: {extends: report, template: three.hbs}
  letter: {extends: report, template: letter.hbs}
masters:
  shaded: {ground: tint, frames: {main: {top: 60, width: 90}, foot: {top: 270, height: 6}}}
  drawn: {art: [assets/a.svg, {src: assets/a.svg, x: 150, y: 10, width: 20, height: 20, mirror: false}], frames: {main: {top: 60}}}
  wide: {size: a4-landscape, margins: {top: 30, bottom: 20, start: 20, end: 20}, grid: {columns: 2, gutter: 6}, header: word-header.hbs, frames: {main: {columns: 2, next: main}}}
  letter: {size: letter, margins: {top: 30, bottom: 20, start: 40, end: 20}, continue: wide, footer: word-footer.hbs, frames: {main: {next: main}}}
`
const cover = (master: string) =>
  `<section data-master="${master}"><h1>{{doc.title}}</h1><p class="subtitle">{{doc.subtitle}}</p></section>`
const text = (master: string, slot: string) => `<section data-master="${master}">${slot}</section>`
const body = '{{slot "body"}}'

const difficult: Files = {
  'gatefold.yml':
    'source: en\nlanguages: [en, ar]\ntemplate: pages\nformats: [shaded, drawn, three, letter]\nrules: {translation-missing: off, docx-table-caption: off}\n',
  'templates/pages/template.yml': template,
  'templates/pages/assets/a.svg': art,
  'templates/pages/shaded.hbs': cover('shaded') + text('word', body),
  'templates/pages/drawn.hbs': cover('drawn') + text('report', body),
  'templates/pages/three.hbs': `${cover('shaded')}${text('letter', '{{slot select="#one"}}')}${text('wide', '{{slot select="#two"}}')}${text('word', body)}`,
  'templates/pages/letter.hbs': `${text('letter', `<h1>{{doc.title}}</h1><p class="subtitle">{{doc.subtitle}}</p>${body}`)}`,
  'content/a/publication.yml': '',
  ...Object.fromEntries(['en', 'ar'].map((lang) => [`content/a/${lang}.md`, textIn(lang)]))
}

/** Columns at the top, below a heading, after a table, with a table first, and in a box. */
function textIn(lang: string): string {
  const [a, b] = lang === 'ar' ? ['كلمة', 'جملة'] : ['word', 'sentence']
  let count = 0
  const next = (word = a) => `${word}${++count}`
  const table = () => `| ${next()} | ${next()} |\n| --- | --- |\n| ${next()} | ${next(b)} |`
  const columns = (...content: string[]) =>
    `::::columns\n${content.map((column, index) => `:::column${index === 0 ? '{width=30}' : ''}\n${column}\n:::\n`).join('')}::::`
  return `---
title: ${next()} ${next(b)}
subtitle: ${next(b)}
---

${columns(next(), `${next(b)}\n\n${next()}`)}

## ${next()} {#one}

${next(b)}[^1]

${table()}

${columns(table(), table(), next())}

## ${next()} {#two}

${next(b)}

## ${next()} {#three}

:::::callout[${next()}]
${columns(next(), next(b))}
:::::

[^1]: ${next(b)}
`
}

const numbered = /(?:word|sentence|كلمة|جملة)\d+/g

test('difficult pages are sound files that hold every word once', async () => {
  const made = project(difficult)
  const {err, code} = await gatefold(made, ['build'])
  expect({err, code}).toEqual({err: '8 documents built, 0 failed, 0 errors, 0 warnings\n', code: 0})
  const formats = ['shaded', 'drawn', 'three', 'letter']
  const files = formats.flatMap((format) => ['en', 'ar'].map((lang) => join(made, `output/a/${lang}/a-${format}.docx`)))
  if (validates) expect(await faults(files.filter((from) => from.includes('/ar/')))).toEqual([])
  if (!has('pandoc')) return
  for (const from of files) {
    const read = pandocLines(from).join(' ').match(numbered) ?? []
    const wanted = textIn(from.includes('/ar/') ? 'ar' : 'en').match(numbered) ?? []
    expect([...read].sort(), from).toEqual([...wanted].sort())
    // `three` takes its sections in another order; the footnote comes last in the text, and where it is called in Word.
    const inOrder = (found: readonly string[]) => found.filter((word) => !word.endsWith(String(wanted.length)))
    if (!from.includes('three')) expect(inOrder(read), from).toEqual(inOrder(wanted))
  }
}, 120_000)
