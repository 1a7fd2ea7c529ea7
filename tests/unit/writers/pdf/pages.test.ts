import {expect, test} from 'vitest'
import {compose} from '../../../../src/writers/pdf/pages.ts'
import {engineFor} from '../../../../src/writers/pdf.ts'
import {composed, type SampleOptions, sample} from '../../../helpers/brochure.ts'

const millimetres = (points: number) => Math.round((points * 254) / 72) / 10

/** Text placed on each page, `x y width` in mm from the left and the top, in the order it is painted. */
function places(html: string, options: SampleOptions = {}): string[][] {
  return composed(html, options).pages.map(({placements}) =>
    placements.flatMap((placement) =>
      placement.kind === 'fragment'
        ? [`${millimetres(placement.x)} ${millimetres(placement.y)} ${millimetres(placement.fragment.width)}`]
        : []
    )
  )
}

const page = (master: string, ...frames: string[]) =>
  `<section data-master="${master}">${frames
    .map((frame) => `<div data-frame="${frame}"><p>Збор</p></div>`)
    .join('')}</section>`

const paragraphs = (count: number) => '<p>Еден два три четири пет шест седум осум.</p>'.repeat(count)

test.each([
  ['cover', ['lockup', 'title', 'foot', 'foot-end'], ['33.4 22 46', '18 52 96', '18 283.5 98', '120 283.5 72']],
  ['opener', ['statement', 'side', 'strip'], ['18 36 174', '18 84 55.3', '18 236 174']],
  ['panel', ['side', 'main'], ['18 29 49.3', '77.3 29 114.7']],
  ['inner', ['main', 'side'], ['77.3 36 114.7', '18 36 55.3']],
  ['back', ['contact', 'code', 'foot'], ['18 62 114.7', '162 62 30', '18 283.5 174']]
])('frames of the master %s stand where the design says', (master, frames, expected) => {
  const [first = []] = places(page(master, ...frames))
  // The lockup is centred on its mark: its height is that of the line.
  expect(first.map((place) => place.replace(/^(33\.4) \d+(\.\d)?/, '$1 22'))).toEqual(expected)
})

test.each([
  ['cover', ['title', 'foot-end'], ['96 52 96', '18 283.5 72']],
  ['panel', ['side', 'main'], ['142.7 29 49.3', '18 29 114.7']],
  ['back', ['code'], ['18 62 30']]
])('right to left, frames of the master %s are mirrored', (master, frames, expected) => {
  expect(places(page(master, ...frames), {lang: 'ar'})).toEqual([expected])
})

test('two columns stand four millimetres apart, the first one at the start edge', () => {
  const html = `<section data-master="opener"><div data-frame="main">${paragraphs(6)}</div></section>`
  expect(places(html)).toEqual([['77.3 83 55.3', '136.7 83 55.3']])
  expect(places(html, {lang: 'ar'})).toEqual([['77.3 83 55.3', '18 83 55.3']])
})

test('columns end at the same height where the text ends', () => {
  const html = `<section data-master="opener"><div data-frame="main">${paragraphs(12)}</div></section>`
  const [page] = composed(html).pages
  const heights = page?.placements.flatMap((item) => (item.kind === 'fragment' ? [item.fragment.used] : [])) ?? []
  expect(heights).toHaveLength(2)
  expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))).toBeLessThan(21)
})

test('text goes on on the master that follows, and repeats that one until it ends', () => {
  const html = `<section data-master="opener"><div data-frame="main">${paragraphs(130)}</div></section>`
  const pages = places(html)
  expect(pages[0]).toEqual(['77.3 83 55.3', '136.7 83 55.3'])
  expect(pages.length).toBeGreaterThan(2)
  expect(new Set(pages.slice(1).flat())).toEqual(new Set(['77.3 36 114.7']))
})

test('text is set a step smaller where that keeps it on its page', () => {
  const heights = (count: number) => {
    const html = `<section data-master="opener"><div data-frame="main">${paragraphs(count)}</div></section>`
    return composed(html).pages.map(({placements}) =>
      placements.reduce((sum, item) => sum + (item.kind === 'fragment' ? item.fragment.used : 0), 0)
    )
  }
  const [full = 0] = heights(22)
  const [fitted = 0, ...further] = heights(24)
  expect(further).toEqual([])
  expect(fitted / 24).toBeLessThan((full / 22) * 0.98)
  expect(heights(26)).toHaveLength(2)
})

test('grounds, panels and art lie under the text and are mirrored; the mark never turns', () => {
  const under = (master: string, lang: string) =>
    composed(page(master, 'main', 'side'), {lang}).pages[0]?.placements.flatMap((item) => {
      if (item.kind === 'fragment') return []
      return [
        `${item.kind} ${millimetres(item.x)} ${item.kind === 'art' ? `${millimetres(item.width)} ${item.mirror}` : ''}`
      ]
    })
  expect(under('panel', 'mk')).toEqual(['shapes -3 ', 'art 18 5.4 false'])
  expect(under('panel', 'ar')).toEqual(['shapes 138.7 ', 'art 186.6 5.4 false'])
  expect(under('cover', 'mk')).toEqual(['shapes -3 ', 'art -3 216 false', 'art 18 12 false'])
  expect(under('cover', 'ar')).toEqual(['shapes -3 ', 'art -3 216 true', 'art 180 12 false'])
})

test('text beyond its frame is reported with the frame and the language', () => {
  const html = `<section data-master="back"><div data-frame="foot">${paragraphs(9)}</div></section>`
  expect(composed(html, {lang: 'ar'}).problems).toEqual([
    'overset: Unexpected 9 lines (72 words) beyond the frame `foot` of the page master `back` in `ar`, expected the text to fit'
  ])
})

test('a master or frame that does not exist is reported with those that do', () => {
  expect(composed(page('inside', 'main')).problems.join()).toMatch(
    /^master-unknown: Unexpected page master `inside`, expected one of .*`inner`/
  )
  expect(composed(page('inner', 'middle')).problems).toEqual([
    'master-unknown: Unexpected frame `middle`, expected one of `organisation`, `section`, `main`, `side`, `folio` ' +
      'of the page master `inner`'
  ])
})

test('sections on one side of a folded sheet share its page, and are read in their own order', () => {
  const html =
    page('trifold-outside', 'title') + page('trifold-inside', 'panel', 'main') + page('trifold-outside', 'flap')
  const format = 'trifold'
  expect(places(html, {format})).toEqual([
    ['206 43.5 54', '9 16 79'],
    ['9 16 82', '109 16 82']
  ])
  expect(places(html, {format, lang: 'ar'})).toEqual([
    ['37 43.5 54', '209 16 79'],
    ['206 16 82', '106 16 82']
  ])
})

test('text of a panel goes on in the next one, and no further', () => {
  const main = (count: number) =>
    `<section data-master="trifold-inside"><div data-frame="main">${paragraphs(count)}</div></section>`
  expect(places(main(40), {format: 'trifold'})).toEqual([['109 16 82', '209 35.6 79']])
  expect(composed(main(80), {format: 'trifold'}).problems.join()).toMatch(/^overset: Unexpected \d+ lines/)
})

test('an item that begins a panel takes its number with it', () => {
  const list = (second: string) => `<ol><li><p>Еден</p></li><li>${second}<p>Два</p></li></ol>`
  const html = (second: string) =>
    `<section data-master="trifold-inside"><div data-frame="main">${list(second)}</div></section>`
  const {pages, problems} = composed(html('<gf-break to="panel"></gf-break>'), {format: 'trifold'})
  const used = pages[0]?.placements.flatMap((item) => (item.kind === 'fragment' ? [item.fragment.used] : []))
  expect(problems).toEqual([])
  expect(used?.map(Math.round)).toEqual([11, 11])
  expect(places(html(''), {format: 'trifold'})).toEqual([['109 16 82']])
})

test('a paragraph that is to stay whole goes on to the next column', () => {
  const text = `${paragraphs(25)}<p>${'Еден два три четири пет шест седум осум. '.repeat(40)}</p>`
  const {document, context} = sample(
    `<section data-master="trifold-inside"><div data-frame="main">${text}</div></section>`,
    {format: 'trifold'}
  )
  const used = () => {
    const [page] = compose(document, engineFor(document, context), {context}).pages
    return page?.placements.flatMap((item) => (item.kind === 'fragment' ? [Math.round(item.fragment.used)] : []))
  }
  const [broken = 0] = used() ?? []
  const last = document.children[0]?.children[0]?.children.at(-1)
  if (last?.type === 'paragraph') last.whole = true
  expect(used()?.[0]).toBeLessThan(broken)
})

test('a frame that a later section fills is not flowed into', () => {
  const html = `<section data-master="trifold-inside"><div data-frame="main">${paragraphs(40)}</div></section>`
  const {problems} = composed(html + page('trifold-inside', 'end'), {format: 'trifold'})
  expect(problems.join()).toMatch(/^overset: .* the frame `main` of the page master `trifold-inside`/)
})

test('a header that is too long is cut at a word, and nothing is reported', () => {
  const running = {'running.hbs': `<div data-frame="section"><p>${'Многу долг наслов '.repeat(20)}</p></div>`}
  const {pages, problems} = composed(page('inner', 'main'), {running})
  expect(problems).toEqual([])
  const [header] = pages[0]?.placements.filter((item) => item.kind === 'fragment') ?? []
  expect(header?.fragment.used).toBe(14)
})
