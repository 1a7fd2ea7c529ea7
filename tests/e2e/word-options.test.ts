/** Fonts that a Word file brings along, and contents with page numbers: as Word, pandoc and LibreOffice see them. */
import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {plan} from '../../src/build/plan.ts'
import {compile} from '../../src/compile.ts'
import {diskWorld, programRoot} from '../../src/world.ts'
import {pandocLines} from '../helpers/pandoc-lines.ts'
import {has, output} from '../helpers/programs.ts'
import {write} from '../helpers/project.ts'
import {canValidate, faults} from '../helpers/word-validator.ts'

const validates = await canValidate()
const folder = mkdtempSync(join(tmpdir(), 'gatefold-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const texts = {
  mk: {title: 'Извештај', one: 'Прво поглавје', two: 'Второ поглавје', words: 'Текст **важен** и *нагласен*.'},
  ar: {title: 'تقرير', one: 'الفصل الأول', two: 'الفصل الثاني', words: 'نص **مهم** جدًا.'}
}
const langs = ['mk', 'ar'] as const
const file = (lang: string) => join(folder, `${lang}.docx`)

beforeAll(async () => {
  for (const lang of langs) {
    const {title, one, two, words} = texts[lang]
    const made = join(folder, lang)
    mkdirSync(made)
    write(made, {
      'gatefold.yml': `source: ${lang}\nlanguages: [${lang}]\nformats: [word]\ntemplate: own\n`,
      'templates/own/template.yml':
        'extends: strands\nformats:\n  word: {embedFonts: true, contentsPageNumbers: true}\n',
      'content/a/publication.yml': '',
      [`content/a/${lang}.md`]: `---\ntitle: ${title}\n---\n\n::toc{depth=3}\n\n## ${one}\n\n${words}\n\n### ${two}\n\n${words}\n`
    })
    const world = diskWorld(made)
    const {jobs} = await plan(world)
    for (const job of jobs) {
      const {bytes, diagnostics} = await compile(job, world)
      expect(diagnostics).toEqual([])
      writeFileSync(file(lang), bytes ?? '')
    }
  }
})

test.runIf(validates)('the files are valid', async () => expect(await faults(langs.map(file))).toEqual([]), 120_000)

test.runIf(has('pandoc')).each(langs)('pandoc sees each heading once, and once in the contents: %s', (lang) => {
  const {one, two} = texts[lang]
  const lines = pandocLines(file(lang))
  expect(lines.filter((line) => line.includes(one))).toEqual([`[${one}](#${one})`, `# ${one}`])
  expect(lines.filter((line) => line.includes(two))).toEqual([`[${two}](#${two})`, `## ${two}`])
})

describe.runIf(has('soffice') && has('pdffonts', '-v') && has('pdftotext', '-v'))(
  'LibreOffice without the fonts',
  () => {
    beforeAll(() => {
      const conf = join(folder, 'fonts.conf')
      // LibreOffice does not start without any font: it gets one of another family, and a cache that nothing else knows.
      const other = join(programRoot(), 'node_modules/@expo-google-fonts/amiri')
      writeFileSync(conf, `<fontconfig><dir>${other}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`)
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...langs.map(file)], {
        stdio: 'ignore',
        env: {...process.env, FONTCONFIG_FILE: conf}
      })
    }, 120_000)

    const fontsOf = (lang: string) =>
      [...output('pdffonts', [join(folder, `${lang}.pdf`)]).matchAll(/^\w{6}\+(\S+)/gm)].map(([, name]) => name)

    test('sets the text in those that the file brings', () => {
      expect(fontsOf('mk')).toEqual(
        expect.arrayContaining(['SourceSerif4-Regular', 'SourceSerif4-Bold', 'SourceSerif4-Italic', 'Geologica-Medium'])
      )
      expect(fontsOf('ar')).toEqual(
        expect.arrayContaining(['NotoNaskhArabic-Regular', 'NotoNaskhArabic-Bold', 'IBMPlexSansArabic-Medium'])
      )
    })

    test('shows each heading in the contents and in its place, without a number before it is asked', () => {
      const lines = output('pdftotext', ['-layout', join(folder, 'mk.pdf'), '-']).split('\n')
      const found = lines
        .filter((line) => line.includes(texts.mk.one))
        .map((line) => line.trim().replace(/\.{9,}/, '…'))
      expect(found).toEqual([`${texts.mk.one}…`, texts.mk.one])
    })
  }
)
