import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import type {Content} from '../../../../src/writers/pdf/content.ts'
import {StructureElement} from '../../../../src/writers/pdf/engine/structure.ts'
import type {Element, Engine} from '../../../../src/writers/pdf/engine.ts'
import {has, output} from '../../../helpers/programs.ts'
import {arabic, body, boxes, engine, pagesOf, text} from './setup.ts'

const folder = mkdtempSync(join(tmpdir(), 'gatefold-engine-'))

/** Lay out on one page and write it; gives the path of the file. */
function write(laid: Engine, content: readonly Content[], scale?: number): string {
  const {fragments} = laid.flow(content, boxes(800), laid.root)
  const path = join(folder, 'file.pdf')
  writeFileSync(path, laid.write(pagesOf(fragments, scale)))
  return path
}

/** Text as pdftotext reads it, in the order of the file, without marks of direction. */
function read(path: string): string {
  return output('pdftotext', ['-enc', 'UTF-8', path, '-'])
    .replace(/[\u200e\u200f\u202a-\u202e\f]/g, '')
    .trim()
}

/** Objects in plain sight. */
function objects(path: string): string {
  return output('qpdf', ['--qdf', '--object-streams=disable', path, '-'])
}

/** The tree as text: tags with their attributes, `#` where there is content. */
function outline(element: Element, depth = 0): string[] {
  if (!(element instanceof StructureElement)) throw new Error('Not an element')
  const attributes = Object.entries(element.attributes).filter(([, value]) => value !== undefined && value !== 1)
  const names = attributes.map(([name, value]) => ` ${name}=${Array.isArray(value) ? '…' : value}`).join('')
  const content = element.children.some((child) => !(child instanceof StructureElement)) ? ' #' : ''
  const below = element.children.flatMap((child) => {
    return child instanceof StructureElement ? outline(child, depth + 1) : []
  })
  return [`${'  '.repeat(depth)}${element.tag}${names}${content}`, ...below]
}

describe.runIf(has('pdftotext', '-v'))('text read back', () => {
  test('Macedonian with quotation marks, dashes and narrow spaces', () => {
    const value = '„ПИКМЕ“ – основана во 1951 година, 5\u202f400 вработени; ѓ ќ џ ѕ љ њ'
    expect(read(write(engine(), [text(value)])).replace(/\s+/g, ' ')).toBe(value.replace(/\s+/g, ' '))
  })

  test('the narrow space is the one of the text, though the face has none', () => {
    const style = {...body, families: ['Geologica']}
    const path = write(engine(), [text([{text: '5\u202f400 x\u2011y', style}])])
    expect(output('pdftotext', ['-enc', 'UTF-8', path, '-'])).toContain('x\u2011y')
    expect(objects(path)).toMatch(/<[\da-f]{4}> <202f>/i)
  })

  test('Arabic: words, dots of letters drawn on their own, digits in their order', () => {
    const value = 'تأسست المنظمة الدولية للهجرة عام ١٩٥١ ونحن نرحب بكم'
    const path = write(engine({dir: 'rtl', lang: 'ar'}), [text([{text: value, style: arabic}])])
    expect(read(path).replace(/\s+/g, ' ')).toBe(value)
  })

  test('a divided word keeps its letters, the hyphen is a soft one', () => {
    const laid = engine()
    const box = () => ({width: 60, height: 400, page: 1})
    const {fragments} = laid.flow([text('за меѓународната цел', {hyphenate: true})], box, laid.root)
    const path = join(folder, 'hyphen.pdf')
    writeFileSync(path, laid.write(pagesOf(fragments)))
    expect(
      read(path)
        .replace(/\u00ad\s+/g, '')
        .replace(/\s+/g, ' ')
    ).toBe('за меѓународната цел')
  })
})

describe('the same content', () => {
  const content = [
    text('Прв'),
    text([{text: 'врска', style: body, link: '#a'}], {id: 'a', outline: {level: 1, title: 'А'}})
  ]
  const bytes = (epoch?: number) => {
    const laid = engine({epoch})
    return Buffer.from(laid.write(pagesOf(laid.flow(content, boxes(100), laid.root).fragments)))
  }

  test('gives the same bytes', () => {
    expect(bytes().equals(bytes())).toBe(true)
    expect(bytes(1_000_000_000).equals(bytes(1_000_000_000))).toBe(true)
  })

  test.runIf(has('pdfinfo', '-v'))('has a date only where there is one', () => {
    const info = (epoch?: number) => {
      writeFileSync(join(folder, 'dated.pdf'), bytes(epoch))
      return output('pdfinfo', ['-isodates', join(folder, 'dated.pdf')])
    }
    expect(info(1_709_251_199)).toContain('2024-02-29T23:59:59')
    expect(info()).not.toContain('CreationDate')
  })
})

test('the structure tree', () => {
  const laid = engine()
  const list: Content = {
    kind: 'list',
    ordered: true,
    indent: 20,
    items: [{marker: text('1'), children: [text('a')], after: 0}]
  }
  const cell = {children: [text('c')], colspan: 1, rowspan: 1, padding: [0, 0, 0] as const}
  const table: Content = {
    kind: 'table',
    widths: ['*', '*'],
    headerRows: 1,
    rows: [
      [{...cell, header: 'column', colspan: 2}],
      [
        {...cell, header: 'row'},
        {...cell, header: null}
      ]
    ],
    line: () => null,
    caption: text('t', {tag: 'Caption'})
  }
  const note = {id: 'n', content: [text('note')]}
  const paragraph = text([
    {text: 'before ', style: body},
    {text: 'link', style: body, link: 'https://example.org/'},
    {text: ' after', style: body},
    {text: '1', style: body, note},
    {text: 'english', style: body, lang: 'en'}
  ])
  const drawing = {
    width: 9,
    height: 9,
    shapes: [{shape: 'rect', x: 0, y: 0, width: 9, height: 9, color: '#000000'}]
  } as const
  const content: Content[] = [
    text('h', {tag: 'H1'}),
    paragraph,
    list,
    table,
    {kind: 'drawing', ...drawing, alt: 'figure'},
    {kind: 'drawing', ...drawing},
    {kind: 'stack', tag: 'TOC', children: [text('contents'), text('entry', {tag: 'TOCI'})]}
  ]
  const section = laid.element(laid.root, 'Sect', {title: 'Дел'})
  const {fragments} = laid.flow(content, boxes(800), section)
  const running = laid.flow([text('header')], boxes(20), null)
  laid.write(pagesOf([...fragments, ...running.fragments]))
  expect(outline(laid.root).join('\n')).toBe(
    `
Document
  Sect title=Дел
    H1 #
    P #
      Link #
      Reference #
      Note id=note-1
        P #
      Span lang=en #
    L numbering=Decimal
      LI
        Lbl #
        LBody
          P #
    Table
      Caption #
      THead
        TR
          TH colspan=2 scope=Column
            P #
      TBody
        TR
          TH scope=Row
            P #
          TD
            P #
    Figure alt=figure bounds=… #
    TOC
      Caption
        P #
      TOCI #
`.trim()
  )
})

test('reading order is that of the layout, whatever page is painted first', () => {
  const laid = engine()
  const {fragments} = laid.flow([text('1\n2\n3\n4')], boxes(30, 30), laid.root)
  laid.write(pagesOf([...fragments].reverse()))
  const [paragraph] = (laid.root instanceof StructureElement ? laid.root.children : []) as StructureElement[]
  const leaves = paragraph?.children.flatMap((child) =>
    child instanceof StructureElement ? [] : [child.page.dictionary.id]
  )
  expect(leaves).toHaveLength(2)
  expect(leaves?.[0]).toBeGreaterThan(leaves?.[1] ?? 0)
})

test('right-to-left text says what it reads as on its leaves, not on the paragraph', () => {
  const laid = engine({dir: 'rtl', lang: 'ar'})
  const runs = [
    {text: 'قبل ', style: arabic},
    {text: 'رابط', style: arabic, link: 'https://example.org/'}
  ]
  const {fragments} = laid.flow([text(runs)], boxes(100), laid.root)
  laid.write(pagesOf(fragments))
  expect(outline(laid.root)).toEqual([
    'Document',
    '  P',
    '    Span actualText=قبل  #',
    '    Link #',
    '      Span actualText=رابط #'
  ])
})

describe.runIf(has('qpdf'))('links', () => {
  const runs = [
    {text: 'ab ', style: body},
    {text: 'cd', style: body, link: 'https://example.org/ѓ?a=%20'}
  ]
  const rectangle = (path: string) => {
    const [, numbers = ''] = /\/Rect \[\s*([\d.\s]+)\]/.exec(objects(path)) ?? []
    return numbers.trim().split(/\s+/).map(Number)
  }

  test('have their place, their address in ASCII and words for who cannot see them', () => {
    const laid = engine()
    const path = write(laid, [text(runs)])
    const start = laid.width([{text: 'ab ', style: body}])
    const end = start + laid.width([{text: 'cd', style: body}])
    const [left = 0, bottom, right = 0, top] = rectangle(path)
    expect([left, right]).toEqual([expect.closeTo(start, 1), expect.closeTo(end, 1)])
    expect([bottom, top]).toEqual([785, 800])
    expect(objects(path)).toContain('/URI (https://example.org/%D1%93?a=%20)')
    expect(objects(path)).toMatch(/\/Contents \(cd\)/)
  })

  test('follow the scale of a handout, and so do the places they point at', () => {
    const half = engine()
    const path = write(half, [text([{text: 'x', style: body, link: '#цел'}]), text('y', {id: 'цел'})], 0.5)
    const [left, bottom, , top] = rectangle(path)
    expect([left, bottom, top]).toEqual([0, 792.5, 800])
    expect(objects(path)).toMatch(/~446~435~43b\)\s*\[\s*\d+ 0 R\s*\/XYZ\s*0\s*792\.5\s*null/)
  })
})

test.runIf(has('qpdf')).each([
  ['ltr', 'L2R'],
  ['rtl', 'R2L']
] as const)('pages of a %s document lie side by side as they are read', (dir, order) => {
  const preferences = /\/ViewerPreferences (\d+) 0 R/.exec(objects(write(engine({dir}), [text('a')])))?.[1]
  const objectOf = new RegExp(`^${preferences} 0 obj\\n<<([^>]*)>>`, 'm')
  expect(
    objectOf
      .exec(objects(join(folder, 'file.pdf')))?.[1]
      ?.trim()
      .split(/\s*\n\s*/)
  ).toEqual([`/Direction /${order}`, '/DisplayDocTitle true'])
})

describe('characters without a face', () => {
  test('are reported once for each place they stand in', () => {
    const found: string[] = []
    const laid = engine({missing: (codePoint, source) => found.push(`${codePoint.toString(16)} ${source?.file}`)})
    const run = (file: string) => ({text: 'გ გ a\u2009b\u202fc\u2011d\u200b', style: body, source: {file}})
    laid.flow([text([run('a.md')], {unbreakable: true}), text([run('b.md')])], boxes(20, 100), laid.root)
    expect(found).toEqual(['10d2 a.md', '10d2 b.md'])
  })
})
