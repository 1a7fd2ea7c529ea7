/** What the engine may say of a file, against what veraPDF says of it. */
import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {Content} from '../../../../src/writers/pdf/content.ts'
import type {EngineOptions} from '../../../../src/writers/pdf/engine.ts'
import {readPdf} from '../../../helpers/pdf-reader.ts'
import {canJudge, judge} from '../../../helpers/verapdf.ts'
import {arabic, body, engine, faces, pagesOf, text} from './setup.ts'

const drawing = (groups: number) => {
  const open = '<g transform="translate(0.1 0)">'.repeat(groups)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${open}<rect width="5" height="5"/>${'</g>'.repeat(groups)}</svg>`
}
const picture = (alt: string | null, groups = 1): Content => {
  return {kind: 'svg', svg: drawing(groups), width: 40, height: 20, alt}
}
const inline = (alt: string | null) => {
  return text([{text: '\ufffc', style: body, picture: {kind: 'svg', svg: drawing(1), width: 9, height: 9, alt}}])
}
const long = 'word '.repeat(8000)

const plex = {
  family: 'IBM Plex Sans Arabic',
  path: '@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf',
  weight: 400,
  italic: false
}

interface Case {
  content: Content[]
  options?: Partial<EngineOptions>
}

const sound: Readonly<Record<string, Case>> = {
  'a title that XML cannot hold': {content: [text('a')], options: {title: 'a\u0001\ud800b'}},
  'marks of byte order and joiners': {content: [text('a\ufeffb \u2060 \u200b \u200d c')]},
  decoration: {content: [picture(''), inline('')]},
  'pictures with descriptions': {content: [picture('a'), inline('b')]},
  'headings that skip levels': {
    content: [text('a', {tag: 'H2'}), text('b', {tag: 'H5'}), text('c', {tag: 'H3'}), text('d', {tag: 'H1'})]
  },
  'a paragraph from right to left that is longer than a string may be': {
    content: [text([{text: 'كتاب '.repeat(9000), style: {...arabic, size: 4, leading: 6}}])],
    options: {lang: 'ar', dir: 'rtl'}
  },
  'groups in a drawing, as many as may be': {content: [picture('a', 20)]}
}

const unsound: Readonly<Record<string, Case>> = {
  'no title': {content: [text('a')], options: {title: ' '}},
  'no language': {content: [text('a')], options: {lang: ''}},
  'a word in no language': {content: [text([{text: 'a', style: body, lang: 'no_lang'}])]},
  'a paragraph in no language': {content: [text('a', {lang: '12345678901'})]},
  'a picture without a description': {content: [picture(null)]},
  'a picture that is described by a space': {content: [picture(' ')]},
  'a picture in a line without a description': {content: [inline(null)]},
  'a character that no font has': {content: [text('한')]},
  'a character of private use': {
    content: [text([{text: '\uece0', style: {...body, families: ['IBM Plex Sans Arabic']}}])]
  },
  'a bookmark longer than a string may be': {content: [text('a', {tag: 'H1', outline: {level: 1, title: long}})]},
  'an address longer than a string may be': {
    content: [text([{text: 'a', style: body, link: `https://x.org/${long}`}])]
  },
  'groups in a drawing, too many': {content: [picture('a', 40)]}
}

interface Written {
  bytes: Uint8Array
  claims: string[]
  conforms: boolean
}

function write({content, options = {}}: Case): Written {
  const laid = engine({missing() {}, faces: [...faces, plex], ...options})
  const {fragments} = laid.flow(content, () => ({width: 300, height: 700, page: 1}), laid.root)
  const bytes = laid.write(pagesOf(fragments))
  const file = readPdf(bytes)
  const claims = file.stream(file.catalog.get('Metadata')).match(/(?<=<pdf)(?:ua|a)id:part/g) ?? []
  return {bytes, claims, conforms: laid.conforms()}
}

test.each(Object.entries(unsound))('%s: no standard is claimed', (_, sample) => {
  expect(write(sample)).toMatchObject({claims: [], conforms: false})
})

test.each(Object.entries(sound))('%s: both standards are claimed', (_, sample) => {
  expect(write(sample)).toMatchObject({claims: ['aid:part', 'uaid:part'], conforms: true})
})

test.runIf(canJudge())('what is claimed is earned', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatefold-claims-'))
  const files = Object.entries(sound).map(([name, sample]) => {
    const path = join(folder, `${name}.pdf`)
    writeFileSync(path, write(sample).bytes)
    return path
  })
  expect(judge(files).filter(({failures}) => failures.length > 0)).toEqual([])
})
