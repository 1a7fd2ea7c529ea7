import {describe, expect, test} from 'vitest'
import {filled} from '../../helpers/filled.ts'

/** Template → what is reported about it, at its line and column. */
const faults: [template: string, message: string][] = [
  ['{{doc.titel}}', 'template-unknown 1:3 Unexpected variable `doc.titel`, expected `doc.title`'],
  ['a\n  {{params.plce}}', 'template-unknown 2:5 Unexpected variable `params.plce`, expected `params.place`'],
  [
    '{{missing}}',
    'template-unknown 1:3 Unexpected variable `missing`, expected one of `doc`, `params`, `record`, `brand`, `lang`, `dir`, `publication`, `edition` and 2 more'
  ],
  [
    '{{#if missing}}{{/if}}',
    'template-unknown 1:7 Unexpected variable `missing`, expected one of `doc`, `params`, `record`, `brand`, `lang`, `dir`, `publication`, `edition` and 2 more'
  ],
  [
    '{{#if false}}{{doc.autors}}{{/if}}',
    'template-unknown 1:16 Unexpected variable `doc.autors`, expected `doc.authors`'
  ],
  [
    '{{#unless lang}}{{else}}{{brand.nam}}{{/unless}}',
    'template-unknown 1:27 Unexpected variable `brand.nam`, expected `brand.name`'
  ],
  ['{{#each params.people}}{{nme}}{{/each}}', 'template-unknown 1:26 Unexpected variable `nme`, expected `name`'],
  [
    '{{#each params.people as |person|}}{{person.rol}}{{/each}}',
    'template-unknown 1:38 Unexpected variable `person.rol`, expected `role`'
  ],
  [
    '{{#with params}}{{../doc.titl}}{{/with}}',
    'template-unknown 1:19 Unexpected variable `../doc.titl`, expected `doc.title`'
  ],
  [
    '{{#each params.people}}{{../../doc.title}}{{/each}}',
    'template-unknown 1:26 Unexpected `../../doc.title`, expected no more `../` than `each` and `with` around it'
  ],
  ['{{@index}}', 'template-unknown 1:3 Unexpected `@index` outside `each`, expected it inside'],
  ['{{#each params.people}}{{@indx}}{{/each}}', 'template-unknown 1:26 Unexpected `@indx`, expected `@index`'],
  ['{{record.name}}', 'template-unknown 1:3 Unexpected variable `record.name`, expected no such key'],
  [
    '{{doc.authors}}',
    'template-unknown 1:1 Unexpected list `doc.authors`, expected `{{list doc.authors}}` or `{{#each doc.authors}}`'
  ],
  ['{{params}}', 'template-unknown 1:1 Unexpected mapping `params`, expected one of its keys'],
  ['{{dat doc.date}}', 'template-unknown 1:1 Unexpected helper `dat`, expected `date`'],
  ['{{date}}', 'template-unknown 1:1 Unexpected 0 values of `date`, expected `{{date doc.date format="year"}}`'],
  [
    '{{slot selct="p"}}',
    'template-unknown 1:8 Unexpected option `selct` of `slot`, expected `{{slot "body"}} or {{slot select="#id"}}`'
  ],
  ['{{#eech params.people}}{{/eech}}', 'template-unknown 1:1 Unexpected block `eech`, expected `each`'],
  ['{{#if (eq lng "mk")}}{{/if}}', 'template-unknown 1:11 Unexpected variable `lng`, expected `lang`'],
  ['{{> persn}}', 'template-unknown 1:1 Unexpected partial `persn`, expected `person`'],
  [
    '{{> (lookup params "place")}}',
    'template-syntax 1:1 Unexpected computed name of a partial, expected the name itself'
  ],
  ['{{{doc.title}}}', 'template-syntax 1:1 Unexpected `{{{ }}}`, expected `{{ }}`: values are always escaped'],
  ['{{&doc.title}}', 'template-syntax 1:1 Unexpected `{{{ }}}`, expected `{{ }}`: values are always escaped'],
  [
    '{{#*inline "x"}}{{/inline}}',
    'template-syntax 1:1 Unexpected decorator or partial with a block, expected `{{> partial}}`'
  ],
  [
    '{{#> person}}x{{/person}}',
    'template-syntax 1:1 Unexpected decorator or partial with a block, expected `{{> partial}}`'
  ],
  ['<p>\n{{#if lang}}', 'template-syntax 2:1 Unexpected end of the template, expected a closing tag for every block'],
  ['{{#if lang}}{{/each}}', 'template-syntax 1:4 Unexpected `{{/each}}`, expected `{{/if}}`'],
  [
    '<script>alert(1)</script>',
    'template-markup 1:1 Unexpected element `<script>`, expected an element that templates know'
  ],
  [
    '{{#if edition}}\n<iframe></iframe>{{/if}}',
    'template-markup 2:1 Unexpected element `<iframe>`, expected an element that templates know'
  ],
  [
    '<p style="color:red">x</p>',
    'template-markup 1:1 Unexpected attribute `style` of `<p>`, expected one of `class`, `lang`, `dir`'
  ],
  [
    '<p onclick="x()">x</p>',
    'template-markup 1:1 Unexpected attribute `onclick` of `<p>`, expected one of `class`, `lang`, `dir`'
  ],
  [
    '<div data-fram="main">x</div>',
    'template-markup 1:1 Unexpected attribute `data-fram` of `<div>`, expected `data-frame`'
  ],
  [
    '<a href={{params.place}}>x</a>',
    'template-markup 1:9 Unexpected value outside quotes, expected `attribute="{{…}}"`'
  ],
  ['<{{params.place}}>', 'template-markup 1:2 Unexpected value outside quotes, expected `attribute="{{…}}"`'],
  [
    '<p class="{{slot "body"}}">x</p>',
    'template-markup 1:11 Unexpected slot in an attribute, expected it between tags'
  ],
  ['<section data-master="mane"></section>', 'master-unknown 1:1 Unexpected page master `mane`, expected `main`'],
  [
    '<section data-master="main">\n<div data-frame="sid">x</div></section>',
    'master-unknown 2:1 Unexpected frame `sid` on the master `main`, expected `side`'
  ],
  ['<div>\n<p>a</p>', 'template-markup 1:1 Unexpected `<div>` without an end, expected `</div>` in the same file'],
  ['<div><p>a</div></p>', 'template-markup 1:10 Unexpected `</div>`, expected `</p>`'],
  [
    '<gf-field name="page"/>',
    'template-markup 1:1 Unexpected `<gf-field>` without an end, expected `</gf-field>` in the same file'
  ],
  [
    '<p>{{#if lang}}</p><p>{{else}}<b>{{/if}}</b></p>',
    'template-markup 1:4 Unexpected block that opens or closes an element, expected whole elements in it'
  ]
]

describe('a fault of a template is found before it runs', () => {
  test.each(faults)('%s', (template, message) => {
    const [rule, place, ...reason] = message.split(' ')
    const {lines} = filled(template, {files: {'partials/person.hbs': '{{name}}'}})
    const expected = `${rule} templates/small/page.hbs:${place} ${reason.join(' ')}`
    expect(lines).toContain(expected)
  })
})

test.each([
  '{{#each params.people as |person index|}}{{index}} {{person.name}} {{@index}} {{../doc.title}} {{@root.lang}}{{/each}}',
  '{{#each params.people}}{{#if role}}{{../params.place}}{{/if}}{{/each}}',
  '{{#with brand}}{{name}}{{/with}} {{brand.colors.ink}}',
  '{{#if (eq lang "mk")}}a{{else if (eq dir "rtl")}}b{{else}}c{{/if}}',
  '{{! a comment }}{{params.people.length}} {{params.people.0.name}}',
  '{{#each params.people}}{{> person this place=@root.params.place}}{{/each}}'
])('%s is sound', (template) => {
  const files = {'partials/person.hbs': '{{name}} {{role}} {{place}}', 'page.hbs': template}
  expect(filled(template, {files}).lines).toEqual([])
})

test('a partial is checked with what it is given where it is used', () => {
  const files = {'partials/person.hbs': '<p>\n{{nme}}</p>'}
  expect(filled('{{#each params.people}}{{> person}}{{/each}}', {files}).lines).toEqual([
    'template-unknown templates/small/partials/person.hbs:2:3 Unexpected variable `nme`, expected `name`'
  ])
})

test('partials in a circle', () => {
  const files = {'partials/a.hbs': '{{> b}}', 'partials/b.hbs': '\n{{> a}}'}
  expect(filled('{{> a}}', {files}).lines).toEqual([
    'template-cycle templates/small/partials/b.hbs:2:1 Unexpected circle of partials `a → b → a`, expected an end'
  ])
})

test('the columns of a record are known by its schema, or by the record itself', () => {
  const data = {record: {name: 'Ana'}}
  expect(filled('{{record.nme}}', {data}).lines).toEqual([
    'template-unknown templates/small/page.hbs:1:3 Unexpected variable `record.nme`, expected `record.name`'
  ])
  expect(filled('<p>{{record.name}}</p>', {data}).html).toBe('<p>Ana</p>')
})
