import {expect, test} from 'vitest'
import {composed, defined, type SampleOptions} from '../../../helpers/brochure.ts'
import {show} from './show.ts'

const shown = (html: string, options: SampleOptions & {scopes?: string[]} = {}) => show(defined(html, options))
const lines = (...all: string[]) => all.join('\n')

const body = 'P Source Serif 4 400 9.6/14 #16211F'

test('of two spaces that meet the larger one counts; the first block has none above', () => {
  const html = '<section id="a"><h2>А</h2><p>Еден</p><h3>Б</h3></section><section id="b"><h2>В</h2><p>Г</p></section>'
  expect(shown(html)).toBe(
    lines(
      'Sect',
      '  H2 Geologica 300 30/34 #0F3B38 “А” outline 2 #a keep [0 0 0 13]',
      `  ${body} “Еден” [0 0 0 7]`,
      '  H3 Geologica 500 15/19 #0F3B38 “Б” outline 3 keep [0 13 0 6]',
      'Sect [0 18 0 0]',
      '  H2 Geologica 300 30/34 #0F3B38 “В” outline 2 #b keep [0 0 0 13]',
      `  ${body} “Г” [0 0 0 7]`
    )
  )
})

test('runs change only what their own style says', () => {
  const html =
    '<p>a <strong>b</strong> <em>c</em> <del>d</del> <sup>e</sup><br><code>f</code> ' +
    '<a href="https://x.example">g</a> <span lang="fr">h</span> и така натаму</p>'
  expect(shown(html)).toBe(
    `${body} “a {600:b} {italic:c} {strike:d} {super:e}↵f {→https://x.example:g} {fr:h} и така~натаму” [0 0 0 7]`
  )
})

test('Arabic has no italics and no spacing of letters: emphasis is weight', () => {
  expect(shown('<p><em>ا</em>ب</p><h2>ج</h2>', {lang: 'ar'})).toBe(
    lines(
      'P Noto Naskh Arabic 600 11.8/21 #16211F “ا{400:ب}” [0 0 0 7]',
      'H2 IBM Plex Sans Arabic 400 28/42 #0F3B38 “ج” outline 2 keep [0 17 0 13]'
    )
  )
})

test('words of another language run in its direction', () => {
  const [block] = defined('<p>شارع <span lang="en">Sample <em>Street</em> 1.</span></p>', {lang: 'ar'})
  const runs = block?.kind === 'text' ? block.runs : []
  expect(runs.map(({text, lang, dir}) => [text, lang, dir])).toEqual([
    ['شارع ', undefined, undefined],
    ['Sample ', 'en', 'ltr'],
    ['Street', 'en', 'ltr'],
    [' ', 'en', 'ltr'],
    ['1.', 'en', 'ltr']
  ])
})

test.each([
  ['list', '<ul lang="en"><li><p>a</p></li></ul>'],
  ['box', '<gf-callout lang="en" kind="note"><gf-title>a</gf-title><p>b</p></gf-callout>'],
  ['stack', '<gf-quote lang="en"><gf-title>a</gf-title><p>b</p></gf-quote>'],
  ['columns', '<gf-figures lang="en"><gf-key-figure value="1" unit="bn">a</gf-key-figure></gf-figures>'],
  ['table', '<gf-programme lang="en"><gf-entry><gf-time>1</gf-time><gf-what>a</gf-what></gf-entry></gf-programme>']
])('a %s in another language runs in its direction as a whole', (kind, html) => {
  expect(defined(html, {lang: 'ar'})).toMatchObject([{kind, lang: 'en', dir: 'ltr'}])
})

test('words that belong together stay on one line; the characters stay plain spaces', () => {
  expect(shown('<p>Повеќе од 100 земји – во 2027 година, <em>бр. 1</em></p>')).toBe(
    `${body} “Повеќе од 100~земји~– во 2027~година, {italic:бр.}~{italic:1}” [0 0 0 7]`
  )
  expect(shown('<h2>ИОМ во Светот и на сите</h2>')).toContain('“ИОМ во~Светот и~на~сите”')
})

test('a list has bars, numerals or boxes; one inside another closes up', () => {
  expect(shown('<ul><li>a</li><li>b<ol start="3"><li>c</li></ol></li></ul>')).toBe(
    lines(
      'list +15 [0 0 0 7]',
      '  - drawing 8×2',
      `  ${body} “a”`,
      '  - drawing 8×2',
      `  ${body} “b” [0 0 0 6]`,
      '  list +30.7',
      '    - Geologica 300 14/13 #B8350F “3”',
      `    ${body} “c”`
    )
  )
  const tasks =
    '<ul><li><input type="checkbox" checked disabled> a</li><li><input type="checkbox" disabled> b</li></ul>'
  expect(shown(tasks)).toMatch(/7×7 “Завршено”.*7×7 “За завршување”/s)
})

test('in the panel, items are strong points under a bar', () => {
  expect(shown('<ul><li>a</li></ul>', {scopes: ['panel']})).toBe(
    lines('L [0 0 0 12]', '  LI', '    drawing 24×3 [0 0 0 6]', '    LBody', '      P Geologica 500 9/13 #0F3B38 “a”')
  )
})

test('a callout is a box; its text takes the box’s letters and not its space', () => {
  const html = '<gf-callout kind="note"><gf-title>T</gf-title><p>a</p><ul><li>b</li></ul></gf-callout>'
  expect(shown(html)).toBe(
    lines(
      'box #EFEBF8 12/14 [0 0 0 16]',
      '  P Geologica 600 10/14 #0F3B38 “T” keep [0 0 0 4]',
      '  P Source Serif 4 400 8.4/12 #16211F “a” [0 0 0 3.5]',
      '  list +15',
      '    - drawing 8×2',
      '    P Source Serif 4 400 8.4/12 #16211F “b”'
    )
  )
})

test('a pull quote has its marker above and its source below', () => {
  expect(shown('<gf-quote><gf-title>Извор</gf-title><p>„a“</p></gf-quote>')).toBe(
    lines(
      'BlockQuote [0 0 20 20]',
      '  drawing 24×3 [0 0 0 9]',
      '  P Geologica 400 14/19.5 #0F3B38 “„a“”',
      '  P Geologica 500 7.6/11 #55625F “Извор” [0 6 0 0]'
    )
  )
})

test('the kicker stands beside an indented statement, and above one that is not', () => {
  const html = '<gf-lead><gf-title>За</gf-title><p>Кажано</p></gf-lead>'
  expect(shown(html, {scopes: ['opener']})).toBe(
    lines(
      'columns 168.2 *',
      '  |',
      '  drawing 0×2',
      '  P Geologica 600 7.6/11 #B8350F “За” keep [0 1.8 0 6]',
      '  |',
      '  P Geologica 300 23/30 #0F3B38 “Кажано”'
    )
  )
  expect(shown(html)).toMatch(/^stack\n {2}P .*“За”.*\n {2}P Source Serif 4 400 14\/20 #0F3B38 “Кажано”/)
})

test('a title steps down until its longest word fits', () => {
  const size = (title: string) => /(\d+)\/\d/.exec(shown(`<h1>${title}</h1>`, {scopes: ['cover']}))?.[1]
  expect(size('Светот')).toBe('57')
  expect(size('Меѓународните')).toBe('42')
  expect(size('Противконституционалност')).toBe('24')
})

test('key figures share the width; the unit is smaller and stays with its number', () => {
  const html =
    '<gf-figures><gf-key-figure value="1951">a</gf-key-figure>' +
    '<gf-key-figure value="1" unit="милијарда $">b</gf-key-figure></gf-figures>'
  expect(shown(html)).toBe(
    lines(
      'columns 156.8 156.8 [0 0 0 16]',
      '  |',
      '  rule 1 #0F3B38',
      '  P Geologica 300 34/36 #0F3B38 “1951” [0 3.8 0 8.5]',
      '  P Geologica 500 7.6/11 #16211F “a”',
      '  |',
      '  rule 1 #0F3B38',
      '  P Geologica 300 34/36 #0F3B38 “1{400 13pt:\u00a0милијарда $}” [0 3.8 0 8.5]',
      '  P Geologica 500 7.6/11 #16211F “b”'
    )
  )
})

test('a contact has its labels over its lines', () => {
  const html = '<gf-contact><ul><li><strong>А</strong><br>a<br>b</li><li><strong>К</strong><br>c</li></ul></gf-contact>'
  expect(shown(html, {scopes: ['back']})).toBe(
    lines(
      'columns 156.8 156.8 [0 0 0 7]',
      '  |',
      '  P Geologica 400 8.8/14 #CBBDEB “А” keep [0 0 0 1]',
      '  P Geologica 400 8.8/14 #FFFFFF “a↵b”',
      '  |',
      '  P Geologica 400 8.8/14 #CBBDEB “К” keep [0 0 0 1]',
      '  P Geologica 400 8.8/14 #FFFFFF “c”'
    )
  )
})

test('figures whose numbers find no room side by side stand in more rows', () => {
  const html = (value: string) =>
    `<gf-figures>${`<gf-key-figure value="${value}">a</gf-key-figure>`.repeat(4)}</gf-figures>`
  const rows = (value: string) => shown(html(value)).match(/^columns/gm)?.length
  expect([rows('5.400'), rows('5.400.000')]).toEqual([2, 4])
})

test('units, or numbers, are set smaller where a word of one finds no room; the words of a unit may part', () => {
  const html = (unit: string, value = '1') =>
    `<gf-figures><gf-key-figure value="${value}" unit="${unit}">a</gf-key-figure>` +
    '<gf-key-figure value="5">b</gf-key-figure><gf-key-figure value="6">c</gf-key-figure></gf-figures>'
  const [words, word] = ['милијарди американски долари', 'милијардиамериканскидолари']
  const rows = (unit: string) => shown(html(unit)).match(/^columns/gm)?.length
  expect([rows(words), rows(word)]).toEqual([1, 2])
  const sizes = (unit: string, value?: string) => {
    const flap = shown(html(unit, value), {format: 'trifold', scopes: ['flap']})
    return [...flap.matchAll(/Geologica 300 ([\d.]+)|\{400 ([\d.]+)pt/g)].map(([, number, small]) =>
      Number(number ?? small)
    )
  }
  expect(sizes(words)).toEqual([26, 10, 26, 26])
  expect(sizes(word)).toEqual([26, 8.5, 26, 26])
  expect(sizes('m', '1.234.567.890')).toEqual([20.8, 8, 20.8, 20.8])
})

test('a key figure with a word that fits at no size is divided, with a warning', () => {
  const value = '1234567890'.repeat(4)
  const figure = `<gf-key-figure value="${value}" unit="а">a</gf-key-figure>`
  const html = `<section data-master="inner"><gf-figures>${figure}</gf-figures></section>`
  const {problems} = composed(html)
  expect(problems).toEqual([
    `figure-narrow: Unexpected key figure \`${value} а\` with a word wider than its column at the smallest size too, ` +
      'expected room for whole words'
  ])
  expect(composed(html.replace(value, value.slice(0, 20))).problems).toEqual([])
})

test('key figures stand one below the other, the label beside each, where the style has a column for the number', () => {
  const html =
    '<gf-figures><gf-key-figure value="1951">a</gf-key-figure><gf-key-figure value="100+">b</gf-key-figure></gf-figures>'
  expect(show(defined(html, {format: 'trifold', scopes: ['flap']}))).toMatchInlineSnapshot(`
    "stack [0 0 0 52]
      stack [0 0 0 13.5]
        rule 0.75 #0F3B38
        columns 136.0 *
          |
          P Geologica 300 26/28 #0F3B38 “1951” [0 3 0 0]
          |
          drawing 0×16
          P Geologica 500 7.6/11 #16211F “a”
      stack
        rule 0.75 #0F3B38
        columns 136.0 *
          |
          P Geologica 300 26/28 #0F3B38 “100+” [0 3 0 0]
          |
          drawing 0×16
          P Geologica 500 7.6/11 #16211F “b”"
  `)
})

test('people stand side by side in rows, each an item of one list', () => {
  const people = ['Ана', 'Бен', 'Цем'].map((name) => `<li><p class="speaker">${name}</p><p class="role">r</p></li>`)
  expect(show(defined(`<ul class="people">${people.join('')}</ul>`))).toMatchInlineSnapshot(`
    "L [0 0 0 7]
      columns 156.8 156.8 [0 0 0 6]
        |
        LI
          LBody
            P Geologica 600 9.2/13 #0F3B38 “Ана”
            P Geologica 400 9.2/13 #55625F “r”
        |
        LI
          LBody
            P Geologica 600 9.2/13 #0F3B38 “Бен”
            P Geologica 400 9.2/13 #55625F “r”
      columns 156.8
        |
        LI
          LBody
            P Geologica 600 9.2/13 #0F3B38 “Цем”
            P Geologica 400 9.2/13 #55625F “r”"
  `)
})

test('a title takes no less than its room, in one line or two', () => {
  const height = (words: string) => {
    const [title] = defined(`<h2>${words}</h2>`, {format: 'trifold', scopes: ['dense']})
    return title?.kind === 'text' ? (title.margin?.[3] ?? 0) : 0
  }
  expect(height('Фокус') - height('Стратешки фокус на меѓународната организација')).toBeCloseTo(23)
})

test('a table has a strong line below its head, hairlines below its rows, figures of one width', () => {
  const html =
    '<table><caption>К</caption><thead><tr><th>a</th><th align="right">b</th></tr></thead>' +
    '<tbody><tr><th scope="row">c</th><td align="right">1</td></tr></tbody></table>'
  expect(shown(html)).toBe(
    lines(
      'table 17 308 head 1 [0 0 0 16]',
      '  Caption Geologica 500 7.6/11 #55625F “К” [0 0 0 6]',
      '  ·',
      '  P Geologica 600 9.2/13 #0F3B38 “a”',
      '  P Geologica 600 9.2/13 #0F3B38 “{tnum:b}”',
      '  — 1.2 #0F3B38',
      '  P Geologica 500 9.2/13 #0F3B38 “c”',
      '  P Geologica 400 9.2/13 #16211F “{tnum:1}”',
      '  — 0.5 #C6D0CD'
    )
  )
})

test('contents are linked, with room for a number until the pages are known', () => {
  const html = '<gf-toc depth="2"><gf-title>С</gf-title></gf-toc><section id="x"><h2>X</h2><h3>Y</h3></section>'
  expect(shown(html)).toContain(
    lines(
      'TOC',
      '  P Geologica 600 10/14 #0F3B38 “С” keep [0 0 0 6]',
      '  columns * auto [0 0 0 4]',
      '    |',
      '    Reference Geologica 500 9.2/13 #0F3B38 “{→#x:X}”',
      '    |',
      '    Reference Geologica 500 9.2/13 #0F3B38 “{→#x:00}”',
      'Sect'
    )
  )
})

test('a QR code says where it leads; a picture what it shows', () => {
  expect(shown('<gf-qr href="https://www.example.org"></gf-qr>')).toContain(
    'drawing 85×85 “QR-код за https://www.example.org”'
  )
  const figure = '<gf-figure src="templates/strands/assets/flow-band.svg" alt="Линии" credit="Ј">Опис</gf-figure>'
  expect(shown(figure)).toBe(
    lines(
      'Div [0 0 0 7]',
      '  svg 325×65 “Линии” [0 0 0 5]',
      '  Caption',
      '    P Geologica 500 7.6/11 #55625F “Опис” [0 0 0 6]',
      '    P Geologica 400 7.2/10 #55625F “Ј”'
    )
  )
})

test('a quotation, a line, code that keeps its spaces, columns and a break', () => {
  expect(shown('<blockquote><p>a</p></blockquote><hr><pre><code>a\n  b</code></pre>')).toBe(
    lines(
      'BlockQuote [15 0 15 7]',
      '  P Source Serif 4 400 9.6/14 #0F3B38 “a”',
      'Artifact [0 9 0 16]',
      '  rule 0.5 #C6D0CD',
      'box #EFEBF8 10/12 [0 0 0 10]',
      '  Code Geologica 400 8.6/13 #16211F “a↵\u00a0\u00a0b”'
    )
  )
  const columns = '<gf-columns><gf-column width="20"><p>a</p></gf-column><gf-column><p>b</p></gf-column></gf-columns>'
  expect(shown(`${columns}<gf-break to="panel"></gf-break>`)).toBe(
    lines('columns 56.7 *', '  |', `  ${body} “a” [0 0 0 7]`, '  |', `  ${body} “b” [0 0 0 7]`, 'break column')
  )
})
