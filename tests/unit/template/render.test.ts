import type {Root} from 'hast'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {filled} from '../../helpers/filled.ts'

const content =
  '<p>Intro</p>\n<section id="mission"><h2>Mission</h2><p>Text</p></section>\n<gf-quote class="quote"><p>Said</p></gf-quote>'

describe('slots', () => {
  test('a selecting slot takes its nodes, the body the rest, wherever they stand in the template', () => {
    const template = '<div class="a">{{slot "body"}}</div><div class="b">{{slot select=".quote"}}</div>'
    expect(filled(template, {content}).html).toBe(
      '<div class="a"><p>Intro</p><section id="mission"><h2>Mission</h2><p>Text</p></section></div>' +
        '<div class="b"><gf-quote class="quote"><p>Said</p></gf-quote></div>'
    )
  })

  test('selectors see top-level nodes only, each of which has one place', () => {
    const template = '{{slot select="p"}}<hr>{{slot select="#mission, p"}}<hr>{{slot "body"}}'
    expect(filled(template, {content}).html).toBe(
      '<p>Intro</p><hr><section id="mission"><h2>Mission</h2><p>Text</p></section><hr>' +
        '<gf-quote class="quote"><p>Said</p></gf-quote>'
    )
  })

  test('a slot gives what it takes a style', () => {
    expect(
      filled('{{slot select=".quote" style="pull"}}{{slot "body"}}', {content: '<gf-quote class="quote">x</gf-quote>'})
        .html
    ).toBe('<gf-quote class="pull quote">x</gf-quote>')
  })

  test('content without a place is an error at the author’s line', () => {
    const {lines} = filled('<p>x</p>{{slot select="p"}}', {content})
    expect(lines).toEqual([
      'content-unplaced content/news/en.md:2:1 Unexpected <section> `#mission` and 1 more without a place in the format `page`, expected a slot that takes it'
    ])
  })

  test('content that the format omits needs no place', () => {
    const files = {'template.yml': 'formats:\n  page: {writer: pdf, template: page.hbs, omit: [section, .quote]}\n'}
    const {lines, html} = filled('{{slot "body"}}', {content, files})
    expect({lines, html}).toEqual({lines: [], html: '<p>Intro</p>'})
  })

  test('what is left out has no place in a slot that would select it', () => {
    const files = {'template.yml': 'formats:\n  page: {writer: pdf, template: page.hbs, omit: [.quote]}\n'}
    expect(filled('{{slot select=".quote"}}<hr>{{slot "body"}}', {content, files}).html).not.toContain('Said')
  })

  test('an id that nothing has is a warning, a class that nothing has is none', () => {
    expect(filled('{{slot "body"}}{{slot select="#vision"}}{{slot select=".lead"}}', {content}).lines).toEqual([
      'slot-empty templates/small/page.hbs:1:16 Unexpected empty slot, expected content that matches `#vision`'
    ])
  })

  test('a selector that a parameter gives may find nothing', () => {
    const data = {params: {place: '#vision'}}
    expect(filled('{{slot select=params.place}}{{slot "body"}}', {content, data}).lines).toEqual([])
  })

  test('a page whose slots found nothing, and that holds nothing else, is left out', () => {
    const page = (inside: string) => `<section data-master="main"><div data-frame="side">${inside}</div></section>`
    const template = `${page('{{slot select=".lead"}}')}${page('<p>Kept</p>{{slot select=".lead"}}')}<section data-master="main"></section>{{slot "body"}}`
    expect(filled(template).html).toBe(
      '<section data-master="main"><div data-frame="side"><p>Kept</p></div></section><section data-master="main"></section>'
    )
  })

  test.each([
    ['<p class="a">{{slot "body"}}</p>', '<p>One</p>', '<p class="a">One</p>'],
    ['<h1>{{slot "body"}}</h1>', '<p>One</p>\n<p>Two</p>', '<h1>One Two</h1>'],
    ['<p>Before {{slot "body"}} after</p>', '<ul><li>x</li></ul>', '<p>Before </p><ul><li>x</li></ul><p> after</p>'],
    ['<p>{{slot "body"}}</p>', '', '']
  ])('in a line: %s', (template, inside, html) => {
    expect(filled(template, {content: inside}).html).toBe(html)
  })

  test('a selector that is none', () => {
    const [line] = filled('{{slot select="#"}}').lines
    expect(line).toMatch(
      /^template-unknown templates\/small\/page.hbs:1:1 Unexpected selector `#`, expected a CSS selector/
    )
  })

  test('a slot has no place in a running header', () => {
    const files = {
      'template.yml': 'formats: {page: {writer: pdf, template: page.hbs}}\nmasters: {main: {header: head.hbs}}\n',
      'head.hbs': '<p>{{slot "body"}}</p>'
    }
    expect(filled('{{slot "body"}}', {files}).lines).toEqual([
      'template-unknown templates/small/head.hbs:1:4 Unexpected slot in a header or footer, expected the document’s data only'
    ])
  })
})

describe('values', () => {
  test('are escaped, whatever they hold', () => {
    const data = {
      doc: {title: '<img src=x onerror=alert(1)> & {{slot "body"}} <!--gf-slot 0-->', authors: [], keywords: []}
    }
    const {html, lines} = filled('<p class="{{doc.title}}">{{doc.title}}</p>{{slot "body"}}', {
      data,
      content: '<p>Once</p>'
    })
    expect(lines).toEqual([])
    expect(html?.match(/Once/g)).toHaveLength(1)
    expect(html).toContain('&#x3C;img src=x onerror=alert(1)> &#x26; {{slot "body"}} &#x3C;!--gf-slot 0-->')
  })

  test('reach nothing that they inherit', () => {
    const data = {params: JSON.parse('{"people": [{"name": "Ana"}]}')}
    const template = '{{#each params.people}}<p>{{name}}{{role}}</p>{{/each}}'
    expect(filled(template, {data}).html).toBe('<p>Ana</p>')
  })

  test('are formatted for the language', () => {
    const data = {
      params: {count: 5400},
      doc: {title: 'T', authors: ['Ana', 'Ben', 'Cy'], keywords: [], date: '2027-05-14'}
    }
    const template =
      '<p>{{number params.count}} · {{date doc.date}} · {{date doc.date format="year"}} · {{list doc.authors}} · {{t "contents"}}</p>'
    expect(filled(template, {data}).html).toBe('<p>5,400 · 14 May 2027 · 2027 · Ana, Ben and Cy · Contents</p>')
  })

  test('of the layout stand in words as fields', () => {
    expect(
      filled('<p>{{t "page-of"}}</p><p>{{t "page-of" n=3 total=params.count}}</p>', {data: {params: {count: 9}}}).html
    ).toBe('<p>Page <gf-field name="page"></gf-field> of <gf-field name="pages"></gf-field></p><p>Page 3 of 9</p>')
  })

  test('begin a line with a capital letter, escaped once', () => {
    const template =
      '{{sentence params.place}} {{sentence (t "register-by" date=params.place)}} {{sentence (t "page-of")}}'
    const files = {'strings/en.yml': 'locale: en\nregister-by: by {date}\npage-of: "{n} & all"\n'}
    expect(filled(template, {data: {params: {place: 'a & <b>'}}, files}).html).toBe(
      'A &#x26; &#x3C;b> By a &#x26; &#x3C;b> <gf-field name="page"></gf-field> &#x26; all'
    )
  })

  test('that are no date or number are reported where they are used', () => {
    const data = {params: {place: 'soon'}}
    expect(filled('\n{{date params.place}}{{number params.place}}', {data}).lines).toEqual([
      'parameter-invalid templates/small/page.hbs:2:1 Unexpected date `soon`, expected one such as `2027-05-14`',
      'parameter-invalid templates/small/page.hbs:2:22 Unexpected `soon`, expected a number'
    ])
  })
})

test('an edition without records has none', () => {
  expect(filled('<p>{{#if record}}a{{else}}b{{/if}}{{#if edition}}c{{/if}}</p>').html).toBe('<p>b</p>')
})

test('an asset is a path that World knows, or is reported', () => {
  const files = {'assets/mark.svg': '<svg/>'}
  expect(filled('<img src="{{asset "mark.svg"}}" alt="">', {files}).html).toBe(
    '<img src="templates/small/assets/mark.svg" alt="">'
  )
  expect(filled('<img src="{{asset "mrk.svg"}}" alt="">', {files}).lines).toEqual([
    'file-missing templates/small/page.hbs:1:11 Unexpected path `mrk.svg`, expected a file in `assets/` of the pack'
  ])
})

test('a missing template is reported at the format', () => {
  const files = {'template.yml': 'formats:\n  page: {writer: pdf, template: pag.hbs}\n'}
  expect(filled('', {files}).lines).toEqual([
    'file-missing templates/small/template.yml:2:9 Unexpected template `pag.hbs`, expected a file of the pack `small`'
  ])
})

test('elements and their words know their place in the template, in partials and behind blocks', () => {
  const template = '{{#if lang}}\n  <h1>A</h1>\n{{/if}}\n<div class="x">{{> part}}</div>'
  const {rendered} = filled(template, {files: {'partials/part.hbs': '\n <hr>'}})
  const places: string[] = []
  const root: Root = rendered?.hast ?? {type: 'root', children: []}
  visit(root, (node) => {
    if (node.type !== 'element' && node.type !== 'text') return
    const name = node.type === 'element' ? node.tagName : node.type
    if (node.position)
      places.push(`${name} ${node.data?.file}:${node.position.start.line}:${node.position.start.column}`)
  })
  expect(places).toEqual([
    'h1 templates/small/page.hbs:2:3',
    'text templates/small/page.hbs:2:3',
    'div templates/small/page.hbs:4:1',
    'text templates/small/page.hbs:4:1',
    'hr templates/small/partials/part.hbs:2:2'
  ])
})
