import {expect, test} from 'vitest'
import type {Block, Document, Heading, Inline, Page, Paragraph, Section} from '../../../src/document/nodes.ts'
import {toSlides} from '../../../src/document/slides.ts'
import {plainText} from '../../../src/document/text.ts'

const text = (value: string): Inline[] => [{type: 'text', value}]
const p = (value: string): Paragraph => ({type: 'paragraph', children: text(value)})
const list = (...items: string[]): Block => ({
  type: 'list',
  ordered: false,
  start: 1,
  children: items.map((item) => ({type: 'listItem', checked: null, children: [p(item)]}))
})
const quote = (value: string, source: string): Block => ({type: 'quote', children: [p(value)], source: text(source)})
const figures = (value: string, label: string): Block => ({
  type: 'figures',
  children: [{type: 'keyFigure', value, label: text(label)}]
})
const table = (value: string): Block => ({
  type: 'table',
  caption: [],
  children: [
    {
      type: 'tableRow',
      children: [{type: 'tableCell', header: null, align: 'start', colspan: 1, rowspan: 1, children: [p(value)]}]
    }
  ]
})
const picture: Block = {type: 'figure', src: 'map.svg', alt: 'Map', decorative: false, caption: text('Offices')}
const heading = (depth: Heading['depth'], value: string): Heading => ({type: 'heading', depth, children: text(value)})
const section = (title: string, ...children: Block[]): Section => nested(2, title, ...children)
const nested = (depth: Heading['depth'], title: string, ...children: Block[]): Section => ({
  type: 'section',
  id: title.toLowerCase(),
  children: [heading(depth, title), ...children]
})

function slidesOf(blocks: Block[], options: {lang?: string; breaks?: boolean} = {}): Page[] {
  const document: Document = {
    type: 'document',
    lang: options.lang ?? 'en',
    dir: 'ltr',
    meta: {title: 'The deck', authors: [], keywords: []},
    running: {},
    children: [
      {
        type: 'page',
        master: 'slide-title',
        children: [{type: 'frame', name: 'main', children: [heading(1, 'The deck')]}]
      },
      {type: 'page', master: 'slide-bullets', children: [{type: 'frame', name: 'main', children: blocks}]}
    ]
  }
  return toSlides(document, {
    digits: (digits) => digits,
    breaks: options.breaks ?? false,
    contact: 'Get in touch'
  }).children
}

/** The words of blocks, in brackets with the type's name where they are not a paragraph. */
function words(block: Block): string {
  if (block.type === 'paragraph') return plainText(block.children)
  if (block.type === 'heading') return `[h${block.depth} ${plainText(block.children)}]`
  if (block.type === 'list') return `[list ${block.children.map((item) => item.children.map(words)).join(' | ')}]`
  if (block.type === 'quote') return `[quote ${block.children.map(words)} - ${plainText(block.source)}]`
  if (block.type === 'figures') return `[figures ${block.children.map((one) => one.value)}]`
  if (block.type === 'figure') return `[figure ${plainText(block.caption)}]`
  if (block.type === 'lead') return `[lead ${plainText(block.kicker)}: ${block.children.map(words)}]`
  return `[${block.type}]`
}

/** One line a slide: master, title, blocks; then its notes. */
function show(blocks: Block[], options: {lang?: string; breaks?: boolean} = {}): string {
  const [, ...pages] = slidesOf(blocks, options)
  return pages
    .flatMap((page) => {
      const shown = page.children.filter((frame) => frame.name === 'main').flatMap((frame) => frame.children.map(words))
      const line = [`${page.master} “${page.title}”`, ...shown].join(' ')
      return page.notes ? [line, `  notes: ${page.notes.map(words).join(' ')}`] : [line]
    })
    .join('\n')
}

test('the title page of the template stays, titled by the document', () => {
  expect(slidesOf([])).toMatchObject([{master: 'slide-title', title: 'The deck'}])
})

test('lists stand on the slide, paragraphs in its notes', () => {
  expect(show([section('Mission', p('It acts to:'), list('Help.', 'Improve.'), p('And more.'))])).toBe(
    'slide-bullets “Mission” [list Help. | Improve.]\n  notes: It acts to: And more.'
  )
})

test('a section of paragraphs shows the first sentence of each and keeps the whole in the notes', () => {
  expect(show([section('Work', p('It works. In 100 countries.'), p('Since 1951. Or so.'))])).toBe(
    'slide-bullets “Work” [list It works. | Since 1951.]\n  notes: It works. In 100 countries. Since 1951. Or so.'
  )
})

test('sentences end by the rules of the language, not at an abbreviation before a small letter', () => {
  expect(
    show([section('Основање', p('Основана на 14 мај 1951 г. во Брисел. Потоа растеше.'))], {lang: 'mk'})
  ).toContain('“Основање” Основана на 14 мај 1951 г. во Брисел.\n')
  expect(show([section('العمل', p('هل تعمل؟ نعم، تعمل.'))], {lang: 'ar'})).toContain('“العمل” هل تعمل؟\n')
})

test('the first sentence keeps the looks of its words and leaves the footnote to the notes', () => {
  const paragraph: Paragraph = {
    type: 'paragraph',
    children: [
      {type: 'text', value: 'It is '},
      {type: 'strong', children: text('humane. And orderly')},
      {type: 'note', id: 'a', number: 1, children: [p('See the law.')]},
      {type: 'text', value: '. It is.'}
    ]
  }
  const [, page] = slidesOf([section('Law', paragraph)])
  expect(page?.children[1]?.children).toEqual([
    {
      type: 'paragraph',
      children: [
        {type: 'text', value: 'It is '},
        {type: 'strong', children: text('humane.')}
      ]
    }
  ])
  expect(page?.notes).toEqual([paragraph])
})

test('what stands before the first section is a slide titled by the document', () => {
  const lead: Block = {type: 'lead', kicker: text('In the world'), children: [p('It is one. Of many.')]}
  expect(show([lead, section('Next', list('One.'))])).toBe(
    [
      'slide-bullets “The deck” It is one.',
      '  notes: [lead In the world: It is one. Of many.]',
      'slide-bullets “Next” [list One.]'
    ].join('\n')
  )
})

test('what stands on a slide chooses its layout, and a quote has a slide of its own', () => {
  expect(
    show([
      section('All', p('First.'), list('One.'), quote('So it is', 'She'), figures('1951', 'founded'), table('x')),
      section('Table', table('x')),
      section('Map', picture),
      section('Both', picture, list('One.'))
    ])
  ).toBe(
    [
      'slide-bullets “All” [list One.]',
      '  notes: First.',
      'slide-quote “All” [quote So it is - She]',
      'slide-figures “All” [figures 1951] [table]',
      'slide-table “Table” [table]',
      'slide-image “Map” [figure Offices]',
      'slide-columns “Both” [figure Offices] [list One.]'
    ].join('\n')
  )
})

test('only the first of several slides has the id of the section', () => {
  const [, first, second] = slidesOf([section('All', list('One.'), table('x'))])
  expect(first?.children[0]?.children).toMatchObject([{type: 'heading', id: 'all'}])
  expect(second?.children[0]?.children).toEqual([{type: 'paragraph', style: 'h2', children: text('All')}])
})

test('a heading of depth 3 opens a further slide, a deeper one is a line on it', () => {
  const deep = nested(4, 'Deep', p('Below. Far.'))
  expect(show([section('Top', p('Above.'), nested(3, 'Sub', list('One.'), deep))])).toBe(
    [
      'slide-bullets “Top” Above.',
      '  notes: Above.',
      'slide-bullets “Sub” [list One.] [h4 Deep] Below.',
      '  notes: Deep Below. Far.'
    ].join('\n')
  )
})

test('a section that holds only sections is a section slide with its number', () => {
  const [, page] = slidesOf([section('Part', nested(3, 'Sub', list('One.')))])
  expect(page).toMatchObject({
    master: 'slide-section',
    title: 'Part',
    children: [
      {
        name: 'main',
        children: [
          {style: 'section-number', children: text('1')},
          {type: 'heading', id: 'part'}
        ]
      }
    ]
  })
})

test('a side panel is a further slide', () => {
  const aside: Block = {type: 'aside', title: text('Aims'), children: [p('It acts. Now.'), list('Help.')]}
  expect(show([section('Mission', p('It is. One.'), aside)])).toBe(
    [
      'slide-bullets “Mission” It is.',
      '  notes: It is. One.',
      'slide-bullets “Aims” [list Help.]',
      '  notes: It acts. Now.'
    ].join('\n')
  )
})

test('the author’s own slides replace the slide of their section, whose text goes to their notes', () => {
  const slide = (title: string, layout: string | undefined, ...children: Block[]): Block => ({
    type: 'slide',
    title: text(title),
    ...(layout && {layout}),
    children
  })
  const notes: Block = {type: 'notes', children: [p('Pause.')]}
  expect(
    show([
      section(
        'Focus',
        list('Long.'),
        slide('Short', 'quote', p('Act.'), notes),
        p('After.'),
        slide('More', undefined, p('x'))
      )
    ])
  ).toBe(
    ['slide-quote “Short” [quote Act. - ]', '  notes: Focus [list Long.] Pause. After.', 'slide-bullets “More” x'].join(
      '\n'
    )
  )
})

test('words on the author’s quote slide are a quote, unless they are more than paragraphs', () => {
  const slide = (...children: Block[]): Block => ({type: 'slide', title: text('Own'), layout: 'quote', children})
  const said: Block = {type: 'blockquote', children: [p('Act.')]}
  expect(show([section('S', slide(p('Now.'), said), slide(quote('So', 'She')), slide(p('x'), list('One.')))])).toBe(
    [
      'slide-quote “Own” [quote Now.,Act. - ]',
      '  notes: S',
      'slide-quote “Own” [quote So - She]',
      'slide-quote “Own” x [list One.]'
    ].join('\n')
  )
})

test('the author’s title and section slides have their title over their words', () => {
  const slide = (layout: string): Block => ({type: 'slide', title: text('Own'), layout, children: [p('Words.')]})
  const [, first, second] = slidesOf([section('S', slide('title'), slide('section'))])
  const title = {children: text('Own')}
  const words = {style: 'subtitle', children: text('Words.')}
  expect(first?.children).toMatchObject([{name: 'main', children: [{type: 'heading', style: 'h1', ...title}, words]}])
  expect(second?.children).toMatchObject([{name: 'main', children: [{style: 'section-title', ...title}, words]}])
})

test('a quote whose title was read before has none, one that opens its section has', () => {
  const frames = (page: Page | undefined) => page?.children.map(({name}) => name)
  const [, intro, opening, second] = slidesOf([
    quote('So', 'She'),
    section('First', quote('So', 'She'), quote('So', 'He'))
  ])
  expect(intro).toMatchObject({title: 'The deck', master: 'slide-quote'})
  expect(frames(intro)).toEqual(['main'])
  expect(frames(opening)).toEqual(['title', 'main'])
  expect(frames(second)).toEqual(['main'])
})

test('a box alone under a title that was read before is the slide; so are contents', () => {
  const box: Block = {type: 'callout', kind: 'note', title: text('Areas'), children: [list('One.', 'Two.')]}
  const contents: Block = {type: 'toc', depth: 2, title: text('Contents')}
  expect(show([quote('So', 'She'), box])).toContain('\nslide-bullets “Areas” [list One. | Two.]')
  expect(show([table('x'), contents])).toContain('\nslide-bullets “Contents” [toc]')
  expect(show([section('First', box)])).toBe('slide-bullets “First” [callout]')
  expect(show([quote('So', 'She'), box, list('Three.')])).toContain(
    '\nslide-bullets “The deck” [callout] [list Three.]'
  )
})

test('an address has a layout of its own, and a title where its section has another slide', () => {
  const contact: Block = {type: 'contact', children: [list('Street')]}
  const code: Block = {type: 'qr', url: 'https://www.example.org', caption: []}
  expect(show([quote('So', 'She'), contact, code])).toContain('\nslide-contact “Get in touch” [contact] [qr]')
  expect(show([section('Contact', contact)])).toBe('slide-contact “Contact” [contact]')
  const columns: Block = {
    type: 'columns',
    children: [contact, code].map((block) => ({type: 'column', width: '*', children: [block]}))
  }
  expect(show([section('Contact', columns)])).toBe('slide-contact “Contact” [columns]')
  expect(show([section('Code', list('One.'), code)])).toBe('slide-columns “Code” [list One.] [qr]')
})

test('notes are added to the slide they follow', () => {
  const notes = (value: string): Block => ({type: 'notes', children: [p(value)]})
  expect(show([section('Two', list('One.'), notes('Say one.'), quote('So', 'She'), notes('Say so.'))])).toBe(
    [
      'slide-bullets “Two” [list One.]',
      '  notes: Say one.',
      'slide-quote “Two” [quote So - She]',
      '  notes: Say so.'
    ].join('\n')
  )
})

test('a thematic break begins a slide only where it is asked for, ::break{to=slide} always', () => {
  const blocks: Block[] = [list('One.'), {type: 'thematicBreak'}, list('Two.')]
  expect(show([section('S', ...blocks)])).toBe('slide-bullets “S” [list One.] [list Two.]')
  expect(show([section('S', ...blocks)], {breaks: true})).toBe(
    'slide-bullets “S” [list One.]\nslide-bullets “S” [list Two.]'
  )
  expect(show([section('S', list('One.'), {type: 'break', to: 'slide'}, list('Two.'))])).toBe(
    'slide-bullets “S” [list One.]\nslide-bullets “S” [list Two.]'
  )
})

test('groups of the template around the text are transparent', () => {
  const group: Block = {
    type: 'group',
    style: 'wide',
    children: [section('S', {type: 'group', children: [list('One.')]})]
  }
  expect(show([group])).toBe('slide-bullets “S” [list One.]')
})

/** All text of a tree, in order. */
function strings(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(strings)
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => (key === 'value' ? [String(value)] : strings(value)))
}

test('no word is lost, whatever is mixed: each stands on a slide or in its notes', () => {
  const aside: Block = {type: 'aside', title: text('Aside'), children: [p('Beside. More.'), table('Cell')]}
  const slide: Block = {type: 'slide', title: text('Own'), children: [p('Own words.'), list('Own point.')]}
  const callout: Block = {type: 'callout', kind: 'tip', title: text('Box'), children: [p('Boxed.')]}
  const blocks: Block[] = [
    {type: 'lead', kicker: text('Kicker'), children: [p('Lead. On.')]},
    p('Intro.'),
    quote('Quoted', 'Source'),
    section(
      'Plain',
      p('One. Two.'),
      p('Three.'),
      nested(3, 'Deeper', p('Four.'), nested(4, 'Deepest', p('Five. Six.')))
    ),
    section('Mixed', p('Before.'), list('Item.'), callout, picture, figures('7', 'days'), p('After.'), aside),
    section('Explicit', p('Told.'), slide, {type: 'thematicBreak'}, p('Also told.'), aside),
    section('Part', nested(3, 'Only', {type: 'notes', children: [p('Noted.')]})),
    section('Bare')
  ]
  const [, ...pages] = slidesOf(blocks)
  const written = strings(pages)
  for (const word of strings(blocks)) expect(written).toContain(word)
})
